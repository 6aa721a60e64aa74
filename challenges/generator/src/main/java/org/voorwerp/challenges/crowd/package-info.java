/// Simulated volunteers and the Zooniverse classification export they leave behind.
@NullMarked
package org.voorwerp.challenges.crowd;

import org.jspecify.annotations.NullMarked;
