/// Finds groups among things that have distances: DBSCAN, OPTICS and HDBSCAN.
///
/// A [Space] knows how far two things lie apart, a [Clusterer] which of them belong together. It knows nothing of
/// volunteers or subjects; what is clustered are rows, numbered from 0.
@NullMarked
package org.voorwerp.consensus.cluster;

import org.jspecify.annotations.NullMarked;
