/// Mail to those who want it, at an address they have confirmed.
@NullMarked
package org.voorwerp.server.notice.mail;

import org.jspecify.annotations.NullMarked;
