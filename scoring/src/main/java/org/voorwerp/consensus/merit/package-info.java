/// How good each volunteer is, by every measure at once.
@NullMarked
package org.voorwerp.consensus.merit;

import org.jspecify.annotations.NullMarked;
