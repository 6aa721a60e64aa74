/// The list of challenges, and the pages that belong to none.
@NullMarked
package org.voorwerp.server.web.home;

import org.jspecify.annotations.NullMarked;
