/// Numbers, times and Markdown as people read them.
@NullMarked
package org.voorwerp.server.web.text;

import org.jspecify.annotations.NullMarked;
