/// When a challenge takes what: the rules of phases, and changing them.
@NullMarked
package org.voorwerp.server.challenge.calendar;

import org.jspecify.annotations.NullMarked;
