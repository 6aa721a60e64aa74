package org.voorwerp.server.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Finishes the description of the API: every operation may answer with a problem, its parameters come in the order of
/// its path, and the examples of META-INF/openapi.yaml stand at the operations they belong to.
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

    private static final String PROBLEM = "#/components/responses/Problem";

    /// Where an example belongs: the operation, and the status of the answer, or `body` for the request's.
    private record Place(String path, PathItem.HttpMethod method, String status) {}

    private static final String BODY = "body";

    private static final Map<Place, String> EXAMPLES = Map.ofEntries(
            body("/api/accounts", PathItem.HttpMethod.POST, "registration"),
            answer("/api/accounts", PathItem.HttpMethod.POST, "201", "new-token"),
            body("/api/challenges/{slug}/submissions", PathItem.HttpMethod.POST, "predictions"),
            answer("/api/challenges/{slug}/submissions", PathItem.HttpMethod.POST, "201", "submission"),
            answer("/api/challenges/{slug}/leaderboard", PathItem.HttpMethod.GET, "200", "leaderboard"),
            body("/api/challenges/{slug}/phases", PathItem.HttpMethod.POST, "phase-request"),
            body("/api/challenges/{slug}/phases/{phase}", PathItem.HttpMethod.PUT, "phase-request"),
            body("/api/challenges/{slug}/phases/{phase}/finals", PathItem.HttpMethod.PUT, "final-choice"),
            body("/api/submissions/{id}/disqualify", PathItem.HttpMethod.POST, "disqualification"),
            answer("/api/challenges/{slug}/webhooks", PathItem.HttpMethod.POST, "201", "new-webhook"),
            answer("/api/accounts/me/mail", PathItem.HttpMethod.GET, "200", "mail"),
            answer("/api/challenges/{slug}/terms", PathItem.HttpMethod.GET, "200", "terms"),
            answer("/api/challenges/{slug}/entry", PathItem.HttpMethod.GET, "200", "entry"),
            answer("/api/challenges/{slug}/team", PathItem.HttpMethod.GET, "200", "team"),
            answer("/api/challenges/{slug}/team/invitations", PathItem.HttpMethod.POST, "201", "new-invitation"));

    private static Map.Entry<Place, String> body(String path, PathItem.HttpMethod method, String example) {
        return Map.entry(new Place(path, method, BODY), example);
    }

    private static Map.Entry<Place, String> answer(
            String path, PathItem.HttpMethod method, String status, String example) {
        return Map.entry(new Place(path, method, status), example);
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
                    mayAnswerWithProblem(operation);
                    saysWhatComes(operation);
                    operation.setOperationId(name(method, path));
                    inOrder(path, operation);
                }));
        EXAMPLES.forEach((place, example) -> put(api, place, example));
    }

    /// Parameters of the path first, as they follow in it: that is the order in which generated clients take them. The
    /// framework sorts all of them by name.
    private static void inOrder(String path, Operation operation) {
        if (operation.getParameters() == null) {
            return;
        }
        operation.setParameters(operation.getParameters().stream()
                .sorted(Comparator.comparingInt(parameter -> parameter.getIn() == Parameter.In.PATH
                        ? path.indexOf("{" + parameter.getName() + "}")
                        : Integer.MAX_VALUE))
                .toList());
    }

    /// What generated clients call the operation: the method and the words of the path, e.g.
    /// `getChallengesLeaderboard`; a
    /// parameter counts where it is last, as in `getChallengesBySlug`.
    static String name(PathItem.HttpMethod method, String path) {
        var name = new StringBuilder(method.name().toLowerCase(Locale.ROOT));
        var segments = path.replaceFirst("^/api/", "").split("/");
        for (int i = 0; i < segments.length; i++) {
            boolean parameter = segments[i].startsWith("{");
            if (!parameter || i == segments.length - 1) {
                name.append(parameter ? "By" : "");
                for (var word : segments[i].split("[^A-Za-z0-9]+")) {
                    name.append(
                            word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
                }
            }
        }
        return name.toString();
    }

    /// What the framework leaves out: that nothing comes (it says 201 for what has no body), or that what comes is a
    /// file.
    private static void saysWhatComes(Operation operation) {
        var created = operation.getResponses().getAPIResponse("201");
        if (created != null && created.getContent() == null) {
            operation.getResponses().removeAPIResponse("201");
            operation
                    .getResponses()
                    .addAPIResponse("204", OASFactory.createAPIResponse().description("Done"));
        }
        operation.getResponses().getAPIResponses().values().stream()
                .filter(response -> response.getContent() != null)
                .flatMap(response -> response.getContent().getMediaTypes().entrySet().stream())
                .filter(media ->
                        media.getValue().getSchema() == null && !media.getKey().contains("json"))
                .forEach(media -> media.getValue().setSchema(file(media.getKey())));
    }

    private static Schema file(String mediaType) {
        var schema = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
        return mediaType.startsWith("text/") || mediaType.endsWith("xml") ? schema : schema.format("binary");
    }

    private static void mayAnswerWithProblem(Operation operation) {
        // The generated 401 and 403 have no content; a problem says more.
        List.of("401", "403").forEach(operation.getResponses()::removeAPIResponse);
        operation
                .getResponses()
                .addAPIResponse("default", OASFactory.createAPIResponse().ref(PROBLEM));
        if (operation.getSecurity() != null) {
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme("token", List.of())));
        }
    }

    private static void put(OpenAPI api, Place place, String example) {
        var operation = Objects.requireNonNull(
                api.getPaths().getPathItem(place.path()).getOperations().get(place.method()), place::toString);
        var content = place.status().equals(BODY)
                ? operation.getRequestBody().getContent()
                : operation.getResponses().getAPIResponse(place.status()).getContent();
        var media = firstOf(content);
        if (media == null) {
            throw new IllegalStateException("there is no content for the example " + example);
        }
        media.addExample(example, OASFactory.createExample().ref("#/components/examples/" + example));
    }

    private static org.eclipse.microprofile.openapi.models.media.@Nullable MediaType firstOf(
            @Nullable Content content) {
        return content == null
                ? null
                : content.getMediaTypes().values().stream().findFirst().orElse(null);
    }
}
