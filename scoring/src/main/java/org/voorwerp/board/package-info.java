/// What a leaderboard may say: rules that keep it from being climbed by probing, ties by significance, how far the
/// final order may move, and what a challenge's size lets it tell apart. Functions of scores alone: no database, no
/// clock.
@NullMarked
package org.voorwerp.board;

import org.jspecify.annotations.NullMarked;
