/// People, their tokens and roles.
@NullMarked
package org.voorwerp.server.account;

import org.jspecify.annotations.NullMarked;
