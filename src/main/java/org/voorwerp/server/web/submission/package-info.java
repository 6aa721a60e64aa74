/// What a team sent: what it holds, how it scored, and beside what was sent before.
@NullMarked
package org.voorwerp.server.web.submission;

import org.jspecify.annotations.NullMarked;
