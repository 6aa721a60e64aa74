/// Boards frozen and signed, to be cited.
@NullMarked
package org.voorwerp.server.leaderboard.snapshot;

import org.jspecify.annotations.NullMarked;
