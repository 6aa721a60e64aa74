/// What participants send: accepted, validated, counted against the quota, queued.
@NullMarked
package org.voorwerp.server.submission;

import org.jspecify.annotations.NullMarked;
