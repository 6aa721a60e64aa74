/// Published files.
@NullMarked
package org.voorwerp.server.dataset;

import org.jspecify.annotations.NullMarked;
