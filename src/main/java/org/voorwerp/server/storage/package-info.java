/// Bytes, kept by their digest.
@NullMarked
package org.voorwerp.server.storage;

import org.jspecify.annotations.NullMarked;
