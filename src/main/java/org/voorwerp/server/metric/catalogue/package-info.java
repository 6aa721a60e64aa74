/// The metrics that challenges may use: built in, from plug-ins, in SQL, and of programs.
@NullMarked
package org.voorwerp.server.metric.catalogue;

import org.jspecify.annotations.NullMarked;
