/// The server's entrance. Each feature stands in a package of its own; ARCHITECTURE.md draws who may see whom.
@NullMarked
package org.voorwerp.server;

import org.jspecify.annotations.NullMarked;
