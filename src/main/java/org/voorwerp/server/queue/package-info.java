/// Work to be done later, queued in the transaction that causes it.
@NullMarked
package org.voorwerp.server.queue;

import org.jspecify.annotations.NullMarked;
