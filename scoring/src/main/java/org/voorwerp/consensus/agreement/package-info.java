/// How far volunteers agree: over all subjects, between classes, and on each subject.
@NullMarked
package org.voorwerp.consensus.agreement;

import org.jspecify.annotations.NullMarked;
