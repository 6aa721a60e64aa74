/// Telling people and programs what happened, by mail and webhook: never more than the API would tell them.
@NullMarked
package org.voorwerp.server.notice;

import org.jspecify.annotations.NullMarked;
