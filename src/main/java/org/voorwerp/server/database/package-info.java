/// The PostgreSQL that the server starts for itself where none is configured.
@NullMarked
package org.voorwerp.server.database;

import org.jspecify.annotations.NullMarked;
