/// Models of a crowd: from votes to what each subject is and how good each volunteer is.
///
/// A [CrowdModel] is found by name through [CrowdModels] and gives a [Fit]. `crowd.weighting` counts votes by
/// weight, `crowd.likelihood` holds models of how votes come about. [Calibration] makes a model's posterior a
/// certainty.
@NullMarked
package org.voorwerp.consensus.crowd;

import org.jspecify.annotations.NullMarked;
