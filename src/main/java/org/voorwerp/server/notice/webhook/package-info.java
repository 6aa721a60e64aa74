/// Telling programs, over HTTP.
@NullMarked
package org.voorwerp.server.notice.webhook;

import org.jspecify.annotations.NullMarked;
