/// What every route shares: problems, request ids, limits. It knows no feature.
@NullMarked
package org.voorwerp.server.http;

import org.jspecify.annotations.NullMarked;
