/// Pages.
@NullMarked
package org.voorwerp.server.web;

import org.jspecify.annotations.NullMarked;
