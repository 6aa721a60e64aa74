/// The data page: files, a sample to browse, and what the columns hold.
@NullMarked
package org.voorwerp.server.web.data;

import org.jspecify.annotations.NullMarked;
