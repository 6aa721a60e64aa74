/// What organisers did, for other organisers to read.
@NullMarked
package org.voorwerp.server.challenge.log;

import org.jspecify.annotations.NullMarked;
