/// What metrics that organisers write have in common: what they see, and what it means when they fail.
@NullMarked
package org.voorwerp.server.metric;

import org.jspecify.annotations.NullMarked;
