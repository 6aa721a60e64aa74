/// Who may take part in a challenge: terms, invitations, approval.
@NullMarked
package org.voorwerp.server.entry;

import org.jspecify.annotations.NullMarked;
