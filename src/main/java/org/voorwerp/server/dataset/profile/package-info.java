/// What published tables hold, column by column.
@NullMarked
package org.voorwerp.server.dataset.profile;

import org.jspecify.annotations.NullMarked;
