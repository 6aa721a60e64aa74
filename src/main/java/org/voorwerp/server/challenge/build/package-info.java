/// From pack to challenge: taken in, built as a job, hosted in one transaction.
@NullMarked
package org.voorwerp.server.challenge.build;

import org.jspecify.annotations.NullMarked;
