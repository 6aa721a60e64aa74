/// Signing in and out, and what belongs to one person: account, tokens, mail.
@NullMarked
package org.voorwerp.server.web.account;

import org.jspecify.annotations.NullMarked;
