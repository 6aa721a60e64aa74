/// Metrics that are a program of an organiser's, under Codabench's contract.
@NullMarked
package org.voorwerp.server.metric.program;

import org.jspecify.annotations.NullMarked;
