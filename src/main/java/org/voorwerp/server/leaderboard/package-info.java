/// Who stands where, and how surely.
@NullMarked
package org.voorwerp.server.leaderboard;

import org.jspecify.annotations.NullMarked;
