/// Drawings, made on the server: SVG that says in words what it shows, for those who do not see it.
@NullMarked
package org.voorwerp.server.web.chart;

import org.jspecify.annotations.NullMarked;
