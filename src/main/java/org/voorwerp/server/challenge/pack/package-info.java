/// Packs: challenge.yaml read and checked, archives taken in. It builds nothing and keeps nothing.
@NullMarked
package org.voorwerp.server.challenge.pack;

import org.jspecify.annotations.NullMarked;
