/// The pack papyri-characters: Greek capitals as a scribe would write them, on papyrus.
@NullMarked
package org.voorwerp.challenges.papyri;

import org.jspecify.annotations.NullMarked;
