/// A challenge's dataset described for machines, and how to cite it: Croissant, DataCite, Citation File Format.
@NullMarked
package org.voorwerp.server.challenge.citation;

import org.jspecify.annotations.NullMarked;
