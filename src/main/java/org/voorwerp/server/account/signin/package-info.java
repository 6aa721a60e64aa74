/// Signing in through Keycloak, where it is configured: who somebody is there, and which account that is here.
@NullMarked
package org.voorwerp.server.account.signin;

import org.jspecify.annotations.NullMarked;
