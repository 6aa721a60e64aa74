/// The submissions by which teams want to stand on the final boards.
@NullMarked
package org.voorwerp.server.leaderboard.finals;

import org.jspecify.annotations.NullMarked;
