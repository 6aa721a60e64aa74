/// Seeded draws: the one place randomness comes from.
@NullMarked
package org.voorwerp.challenges.chance;

import org.jspecify.annotations.NullMarked;
