/// Packs, challenges, phases, teams.
@NullMarked
package org.voorwerp.server.challenge;

import org.jspecify.annotations.NullMarked;
