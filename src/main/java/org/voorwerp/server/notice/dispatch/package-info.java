/// What happened, whom it concerns, and sending it.
@NullMarked
package org.voorwerp.server.notice.dispatch;

import org.jspecify.annotations.NullMarked;
