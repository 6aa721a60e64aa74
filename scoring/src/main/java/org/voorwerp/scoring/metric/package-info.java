/// The built-in metrics, one file a family. Nobody names them: [org.voorwerp.scoring.Metrics] finds them,
/// like a plug-in's, through META-INF/services.
@NullMarked
package org.voorwerp.scoring.metric;

import org.jspecify.annotations.NullMarked;
