/// Some rows and images of what is published, to look at.
@NullMarked
package org.voorwerp.server.dataset.sample;

import org.jspecify.annotations.NullMarked;
