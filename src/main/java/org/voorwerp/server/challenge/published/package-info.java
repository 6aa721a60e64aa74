/// What a challenge publishes: its files, by name and by content, and the versions of its dataset.
@NullMarked
package org.voorwerp.server.challenge.published;

import org.jspecify.annotations.NullMarked;
