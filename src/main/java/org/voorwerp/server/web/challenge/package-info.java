/// What a challenge is: its task, rules, metrics and news, and who is told of them.
@NullMarked
package org.voorwerp.server.web.challenge;

import org.jspecify.annotations.NullMarked;
