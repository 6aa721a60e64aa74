package org.voorwerp.server.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.http.ErrorPage;
import org.voorwerp.server.http.Problem;
import org.voorwerp.server.web.Frame.Section;
import org.voorwerp.server.web.text.Text;

/// Whatever goes wrong, told to a person: what, and what to do.
@ApplicationScoped
public class ProblemPages implements ErrorPage {

    /// @param type where it is explained; null where nobody explains it
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ProblemPage(
            Frame frame,
            String title,
            String detail,
            int status,
            @Nullable String type,
            boolean signIn,
            @Nullable Mistakes mistakes)
            implements TemplateInstance {}

    private final Visit visit;

    ProblemPages(Visit visit) {
        this.visit = visit;
    }

    @Override
    public String render(Problem problem) {
        return new ProblemPage(
                        visit.frame(problem.title(), Section.NONE),
                        problem.title(),
                        problem.status() == 401 ? "Sign in to see this page." : problem.detail(),
                        problem.status(),
                        explained(problem.type()),
                        problem.status() == 401,
                        Mistakes.of(problem.members()))
                .render();
    }

    private static @Nullable String explained(String type) {
        return Text.PROBLEMS.section(type.substring(type.lastIndexOf('/') + 1)).isPresent() ? type : null;
    }
}
