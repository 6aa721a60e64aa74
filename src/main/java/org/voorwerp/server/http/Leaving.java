package org.voorwerp.server.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// An operation that will not be offered for ever. Its answers say so ([LeavingHeaders]); mark it as `@Deprecated` too,
/// and
/// the API's description does.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Leaving {

    /// From which day on it should no longer be used, e.g. `2027-01-31`.
    String since();

    /// The day on which it goes.
    String until();

    /// The path of what to use in its place.
    String instead();
}
