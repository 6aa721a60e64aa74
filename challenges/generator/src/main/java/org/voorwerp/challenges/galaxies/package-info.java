/// The pack galaxy-mergers: SDSS attributes of galaxies and the votes volunteers gave them.
@NullMarked
package org.voorwerp.challenges.galaxies;

import org.jspecify.annotations.NullMarked;
