/// Held-out answers: the one room with a lock. Only challenge writes it and only evaluation reads it.
@NullMarked
package org.voorwerp.server.truth;

import org.jspecify.annotations.NullMarked;
