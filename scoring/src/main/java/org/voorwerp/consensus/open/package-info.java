/// Answers that are not chosen from a list: texts that were typed, numbers of a slider.
///
/// [OpenAnswers] holds them, subject by subject; an [OpenReducer], [Rover] for texts or [Middle] for numbers, makes one
/// answer a subject of them.
@NullMarked
package org.voorwerp.consensus.open;

import org.jspecify.annotations.NullMarked;
