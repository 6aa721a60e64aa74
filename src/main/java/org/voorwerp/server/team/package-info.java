/// Who competes together: members, captains, invitations, mergers.
@NullMarked
package org.voorwerp.server.team;

import org.jspecify.annotations.NullMarked;
