/// What a crowd's votes say of the subjects, of the volunteers and of how far they agree: numbers for JSON, and plots
/// of them.
@NullMarked
package org.voorwerp.consensus.report;

import org.jspecify.annotations.NullMarked;
