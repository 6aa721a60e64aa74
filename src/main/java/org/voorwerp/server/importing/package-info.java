/// Challenges of other platforms become packs: Codabench, EvalAI, folders as for Kaggle.
@NullMarked
package org.voorwerp.server.importing;

import org.jspecify.annotations.NullMarked;
