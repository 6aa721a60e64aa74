/// What a build finds out about its truth and tells its organisers: attributes that go with it, what leaks, what the
/// crowd would score, which differences are noise.
@NullMarked
package org.voorwerp.server.challenge.build.analysis;

import org.jspecify.annotations.NullMarked;
