/// A challenge's leaderboard, drawn, and how it came to be.
@NullMarked
package org.voorwerp.server.web.board;

import org.jspecify.annotations.NullMarked;
