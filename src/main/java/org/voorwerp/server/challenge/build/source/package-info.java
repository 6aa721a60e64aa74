/// What a pack brings, read and tried: tables, truth, hold-out, images.
@NullMarked
package org.voorwerp.server.challenge.build.source;

import org.jspecify.annotations.NullMarked;
