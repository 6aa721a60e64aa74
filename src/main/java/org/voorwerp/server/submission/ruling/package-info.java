/// What organisers decide about submissions.
@NullMarked
package org.voorwerp.server.submission.ruling;

import org.jspecify.annotations.NullMarked;
