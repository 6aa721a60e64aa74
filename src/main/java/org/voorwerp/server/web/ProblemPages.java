package org.voorwerp.server.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.http.ErrorPage;
import org.voorwerp.server.http.Problem;
import org.voorwerp.server.web.Frame.Section;
import org.voorwerp.table.Finding;

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
            List<Finding> errors,
            Long count)
            implements TemplateInstance {}

    private final Visit visit;

    ProblemPages(Visit visit) {
        this.visit = visit;
    }

    @Override
    public String render(Problem problem) {
        var errors = findings(problem.members());
        return new ProblemPage(
                        visit.frame(problem.title(), Section.NONE),
                        problem.title(),
                        problem.status() == 401 ? "Sign in to see this page." : problem.detail(),
                        problem.status(),
                        explained(problem.type()),
                        problem.status() == 401,
                        errors,
                        count(problem.members(), errors))
                .render();
    }

    /// The mistakes in a file that a refusal names; none if it is about something else.
    static List<Finding> findings(Map<String, Object> members) {
        return members.get("errors") instanceof List<?> errors
                ? errors.stream()
                        .filter(Finding.class::isInstance)
                        .map(Finding.class::cast)
                        .toList()
                : List.of();
    }

    /// How many mistakes there are, named or not.
    static long count(Map<String, Object> members, List<Finding> named) {
        return members.get("errorCount") instanceof Number count ? count.longValue() : named.size();
    }

    private static @Nullable String explained(String type) {
        return Text.PROBLEMS.section(type.substring(type.lastIndexOf('/') + 1)).isPresent() ? type : null;
    }
}
