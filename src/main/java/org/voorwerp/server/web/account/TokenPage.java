package org.voorwerp.server.web.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.voorwerp.server.account.NewToken;
import org.voorwerp.server.web.Frame;

/// Shows a token, this once.
///
/// @param welcome whether it is the first of a new account
/// @param line that makes it known to a shell
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record TokenPage(Frame frame, NewToken token, boolean welcome, String line) implements TemplateInstance {

    static TokenPage of(Frame frame, NewToken token, boolean welcome) {
        return new TokenPage(frame, token, welcome, "export VOORWERP_TOKEN=" + token.secret());
    }
}
