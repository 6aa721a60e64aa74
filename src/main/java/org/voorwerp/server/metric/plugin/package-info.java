/// Metrics in Java that are not the server's own: jars in a folder.
@NullMarked
package org.voorwerp.server.metric.plugin;

import org.jspecify.annotations.NullMarked;
