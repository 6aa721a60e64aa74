/// All boards and scores of a challenge for its organisers to take along.
@NullMarked
package org.voorwerp.server.leaderboard.export;

import org.jspecify.annotations.NullMarked;
