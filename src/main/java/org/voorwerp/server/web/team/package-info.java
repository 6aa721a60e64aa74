/// Who takes part: being let in, teams, their members, invitations and mergers.
@NullMarked
package org.voorwerp.server.web.team;

import org.jspecify.annotations.NullMarked;
