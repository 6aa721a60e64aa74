/// What happens in a challenge, told to whoever follows it.
@NullMarked
package org.voorwerp.server.news;

import org.jspecify.annotations.NullMarked;
