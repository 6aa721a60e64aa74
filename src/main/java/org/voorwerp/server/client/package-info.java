/// The clients that a server brings along for its participants.
@NullMarked
package org.voorwerp.server.client;

import org.jspecify.annotations.NullMarked;
