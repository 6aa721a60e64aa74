/// Letters of papyri, found from volunteers' clicks as Ancient Lives did: clicks of several volunteers in one place are
/// a letter, and what most of them took it for is its character.
@NullMarked
package org.voorwerp.consensus.letter;

import org.jspecify.annotations.NullMarked;
