/// For organisers: sending packs, what was built of them, and what there is to do while a challenge runs.
@NullMarked
package org.voorwerp.server.web.organise;

import org.jspecify.annotations.NullMarked;
