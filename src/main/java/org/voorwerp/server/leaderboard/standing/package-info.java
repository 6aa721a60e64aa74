/// What boards are made of, and how: each team's submissions are folded into where the team stands, and these are
/// ordered. Nothing here knows the time or who is looking.
@NullMarked
package org.voorwerp.server.leaderboard.standing;

import org.jspecify.annotations.NullMarked;
