/// Runs what strangers wrote, so that it can harm nobody: without network, without the host's files, within limits.
@NullMarked
package org.voorwerp.server.metric.sandbox;

import org.jspecify.annotations.NullMarked;
