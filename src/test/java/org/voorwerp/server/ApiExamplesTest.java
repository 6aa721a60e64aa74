package org.voorwerp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.account.NewToken;
import org.voorwerp.server.challenge.calendar.PhaseRequest;
import org.voorwerp.server.entry.EntryView;
import org.voorwerp.server.entry.InvitationLinks.NewInvitation;
import org.voorwerp.server.entry.TermsView;
import org.voorwerp.server.leaderboard.Board;
import org.voorwerp.server.leaderboard.finals.FinalsResource;
import org.voorwerp.server.notice.mail.MailAddresses.MailView;
import org.voorwerp.server.notice.webhook.Webhooks.WebhookView;
import org.voorwerp.server.submission.SubmissionView;
import org.voorwerp.server.submission.ruling.RulingResource;
import org.voorwerp.server.team.TeamView;

/// The examples of the API's description are of the form that the server sends.
class ApiExamplesTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory())
            .registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Test
    void examplesHaveTheFieldsOfTheRecords() throws IOException {
        var examples = YAML.readTree(
                        Path.of("main/resources/META-INF/openapi.yaml").toFile())
                .at("/components/examples");
        assertFits(examples.at("/new-token/value"), NewToken.class);
        assertFits(examples.at("/submission/value"), SubmissionView.class);
        assertFits(examples.at("/leaderboard/value"), Board.class);
        assertFits(examples.at("/new-webhook/value"), WebhookView.class);
        assertFits(examples.at("/mail/value"), MailView.class);
        assertFits(examples.at("/terms/value"), TermsView.class);
        assertFits(examples.at("/entry/value"), EntryView.class);
        assertFits(examples.at("/team/value"), TeamView.class);
        assertFits(examples.at("/new-invitation/value"), NewInvitation.class);
        assertRequests(examples.at("/phase-request/value"), PhaseRequest.class);
        assertRequests(examples.at("/final-choice/value"), FinalsResource.Wanted.class);
        assertRequests(examples.at("/disqualification/value"), RulingResource.Disqualification.class);
    }

    /// A request may leave fields out, but has none that would be overlooked.
    private static void assertRequests(JsonNode example, Class<?> type) throws IOException {
        JsonNode read = YAML.valueToTree(YAML.treeToValue(example, type));
        assertTrue(names(read).containsAll(names(example)), type::getSimpleName);
    }

    private static void assertFits(JsonNode example, Class<?> type) throws IOException {
        JsonNode sent = YAML.valueToTree(YAML.treeToValue(example, type));
        assertEquals(names(sent), names(example), type::getSimpleName);
    }

    /// The fields of an object and of those in it.
    private static Set<String> names(JsonNode node) {
        var names = new TreeSet<String>();
        node.fields().forEachRemaining(field -> {
            names.add(field.getKey());
            names(field.getValue()).forEach(name -> names.add(field.getKey() + "." + name));
        });
        node.elements().forEachRemaining(element -> names.addAll(names(element)));
        return names;
    }
}
