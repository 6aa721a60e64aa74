/// How much of the public scores a challenge tells, and whether that would tell the truth.
@NullMarked
package org.voorwerp.server.challenge.disclosure;

import org.jspecify.annotations.NullMarked;
