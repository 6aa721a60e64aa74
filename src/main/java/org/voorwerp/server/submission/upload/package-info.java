/// A prediction file on the wire: what its sender says of it, and its bytes taken out of form and compression, counted
/// and digested as they come.
@NullMarked
package org.voorwerp.server.submission.upload;

import org.jspecify.annotations.NullMarked;
