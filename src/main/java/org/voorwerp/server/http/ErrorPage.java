package org.voorwerp.server.http;

/// Shows a problem to a person rather than a program.
public interface ErrorPage {

    /// A whole HTML page.
    String render(Problem problem);
}
