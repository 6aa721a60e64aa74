/// Makes the packs the server ships: copies each pack's YAML and pages, and simulates the data of those whose real
/// data cannot be shipped. [MakePacks] is where to start.
@NullMarked
package org.voorwerp.challenges;

import org.jspecify.annotations.NullMarked;
