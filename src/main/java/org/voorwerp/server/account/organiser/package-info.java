/// Who may organise, where Keycloak says so: inviting by mail, and giving or taking the role there.
@NullMarked
package org.voorwerp.server.account.organiser;

import org.jspecify.annotations.NullMarked;
