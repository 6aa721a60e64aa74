package org.voorwerp.server;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Part;
import org.voorwerp.scoring.SubjectIndex;
import org.voorwerp.scoring.Truth;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.scoring.Truth.ValueAnswers;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.storage.Area;
import org.voorwerp.server.storage.Blobs;
import org.voorwerp.server.truth.CommittedTruth;
import org.voorwerp.server.truth.Truths;

/// A published challenge of 43 subjects, 20 public and 23 private, each of class A, B or C in turn; the further classes
/// of the task are never true. It has the metrics of [TestMetrics].
public final class SmallChallenge {

    public static final int PUBLIC = 20;
    public static final int PRIVATE = 23;
    public static final int SIZE = PUBLIC + PRIVATE;
    public static final List<String> CLASSES = List.of("A", "B", "C", "visible", "fault", "flaky", "memory", "stack");

    private static final String REPORT = """
            {"consensus": {"subjects": 43, "sides": [
              {"name": "public", "subjects": 20, "groups": 20, "share": 0.47},
              {"name": "private", "subjects": 23, "groups": 23, "share": 0.53}]}}
            """;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    public final UUID id = UUID.randomUUID();
    public final UUID phase = UUID.randomUUID();
    public final String slug = "small-" + NUMBER.incrementAndGet();

    private final List<Period> periods = new ArrayList<>();
    private @Nullable Period only;
    private String ranking = "";
    private String firstUse = "";
    private String secondUse = "";
    private int[] labels = IntStream.range(0, SIZE).map(i -> i % 3).toArray();
    private String primary = "test-agreement";
    private boolean published = true;
    private boolean ofNumbers;
    private @Nullable UUID owner;
    private String board = "\"rule\": \"full\"";
    private String further = "";
    private @Nullable String terms;

    public static SmallChallenge of() {
        return new SmallChallenge();
    }

    /// A phase in the making: `with("board", "hidden")` sets a column of its row.
    public static final class Period {

        public final UUID id;
        private final Map<String, String> columns = new LinkedHashMap<>();

        private Period(UUID id, String name) {
            this.id = id;
            with("name", name);
            with("starts_at", "2020-01-01T00:00:00Z");
            with("per_day", 1000);
            with("attempts", 1000000);
        }

        public Period from(Instant start) {
            return with("starts_at", start);
        }

        public Period to(@Nullable Instant end) {
            return end == null ? this : with("ends_at", end);
        }

        public Period with(String column, Object value) {
            columns.put(column, value.toString());
            return this;
        }
    }

    /// Adds a phase; a challenge for which none is added has one called `main`.
    public SmallChallenge phase(String name, UnaryOperator<Period> period) {
        periods.add(period.apply(new Period(periods.isEmpty() ? phase : UUID.randomUUID(), name)));
        return this;
    }

    /// The id of a phase added.
    public UUID phaseId(int number) {
        return periods.get(number).id;
    }

    public SmallChallenge perDay(int limit) {
        return main(p -> p.with("per_day", limit));
    }

    public SmallChallenge total(int limit) {
        return main(p -> p.with("total", limit));
    }

    public SmallChallenge phase(Instant from, @Nullable Instant to) {
        return main(p -> p.from(from).to(to));
    }

    private SmallChallenge main(UnaryOperator<Period> period) {
        if (only == null) {
            only = new Period(phase, "main");
            periods.add(only);
        }
        period.apply(only);
        return this;
    }

    /// Ranks by several metrics: `rule` as challenge.yaml has it, and further keys of the two metrics, as JSON.
    public SmallChallenge rankedBy(String rule, String agreement, String error) {
        ranking = ", \"rank-by\": \"" + rule + '"';
        firstUse = ", " + agreement;
        secondUse = ", " + error;
        return this;
    }

    /// The true class of each subject, by number.
    public SmallChallenge truth(int... classes) {
        labels = classes.clone();
        return this;
    }

    public SmallChallenge primary(String metric) {
        primary = metric;
        return this;
    }

    /// Asks for a number `p` from 0 to 1 a subject, its truth 0.5, in place of a class.
    public SmallChallenge ofNumbers() {
        ofNumbers = true;
        primary = "test-error";
        return this;
    }

    public SmallChallenge draftOf(UUID account) {
        published = false;
        owner = account;
        return this;
    }

    public SmallChallenge ownedBy(UUID account) {
        owner = account;
        return this;
    }

    /// How many may compete together, and until when they may decide to.
    public SmallChallenge teams(int size, @Nullable Instant freeze) {
        further += ", \"teams\": {\"size\": " + size + (freeze == null ? "" : ", \"freeze\": \"" + freeze + "\"") + "}";
        return this;
    }

    /// What the board tells, as challenge.yaml has it, as JSON; nothing for what holds where a pack says nothing.
    public SmallChallenge board(String rule) {
        board = rule;
        return this;
    }

    /// `open`, `invitation` or `approval`.
    public SmallChallenge entry(String rule) {
        further += ", \"entry\": \"" + rule + "\"";
        return this;
    }

    /// When a team is shown where its predictions went wrong.
    public SmallChallenge diagnostics(String rule) {
        further += ", \"diagnostics\": \"" + rule + "\"";
        return this;
    }

    public SmallChallenge terms(String markdown) {
        terms = markdown;
        return this;
    }

    /// Puts it into the database.
    public SmallChallenge create() {
        QuarkusTransaction.requiringNew().run(() -> {
            try {
                store();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return this;
    }

    private void store() throws IOException {
        sql(
                "insert into challenge (id, slug, title, summary, state, owner_id, definition, report, id_key,"
                        + " created_at, published_at) values (?1, ?2, 'Small', 'A small challenge', ?3,"
                        + " cast(?4 as uuid), cast(?5 as jsonb), cast(?7 as jsonb), decode(repeat('00', 32), 'hex'), now(), ?6)",
                id,
                slug,
                published ? "published" : "draft",
                owner == null ? null : owner.toString(),
                definition(),
                published ? Instant.now() : null,
                REPORT);
        if (periods.isEmpty()) {
            main(UnaryOperator.identity());
        }
        for (int i = 0; i < periods.size(); i++) {
            insert(periods.get(i), i);
        }
        var test = new StringBuilder("id,colour\n");
        for (int i = 0; i < SIZE; i++) {
            test.append(subject(i)).append(",red\n");
        }
        sql(
                "insert into dataset_file (challenge_id, name, position, media_type, blob, bytes, rows, description)"
                        + " values (?1, 'test.csv', 0, 'text/csv', ?2, ?3, ?4, 'Test subjects')",
                id,
                blob(test.toString()),
                test.length(),
                SIZE);
        if (terms != null) {
            sql("insert into page values (?1, 'terms', ?2)", id, terms);
        }
        bean(Truths.class).keep(id, 1, truth());
        bean(CommittedTruth.class).commit(id, truth(), Instant.now());
    }

    private void insert(Period period, int position) {
        var values = period.columns.values().stream()
                .map(value -> "'" + value.replace("'", "''") + "'")
                .collect(Collectors.joining(", "));
        sql(
                "insert into phase (id, challenge_id, position, " + String.join(", ", period.columns.keySet())
                        + ") values (?1, ?2, ?3, " + values + ")",
                period.id,
                id,
                position);
    }

    private Truth truth() {
        var ids = IntStream.range(0, SIZE).mapToObj(SmallChallenge::subject).toList();
        var parts = new Part[SIZE];
        for (int i = 0; i < SIZE; i++) {
            parts[i] = isPublic(i) ? Part.PUBLIC : Part.PRIVATE;
        }
        var halves = new double[SIZE];
        Arrays.fill(halves, 0.5);
        var answers = ofNumbers
                ? new ValueAnswers(List.of("p"), new double[][] {halves})
                : new ClassAnswers(CLASSES, labels, null);
        return new Truth(SubjectIndex.of(ids), parts, null, answers);
    }

    private String definition() {
        var metrics = new ArrayList<String>();
        for (var name : ofNumbers ? List.of("test-error") : List.of("test-agreement", "test-error")) {
            metrics.add("{\"name\": \"%s\", \"primary\": %s%s}"
                    .formatted(name, name.equals(primary), name.equals("test-agreement") ? firstUse : secondUse));
        }
        var numbers =
                "{\"kind\": \"values\", \"id\": \"id\"," + " \"columns\": [{\"name\": \"p\", \"min\": 0, \"max\": 1}]}";
        var classes = CLASSES.stream().map(c -> '"' + c + '"').collect(Collectors.joining(", "));
        var labels = "{\"kind\": \"labels\", \"id\": \"id\", \"column\": \"label\", \"classes\": [" + classes + "]}";
        return """
                {"voorwerp": 1, "slug": "%s", "title": "Small", "summary": "A small challenge", "organisers": ["us"],
                 "task": %s,
                 "truth": {}, "holdout": {"seed": 4711}, "metrics": [%s]%s, "phases": [], "pages": {}%s}
                """.formatted(
                        slug,
                        ofNumbers ? numbers : labels,
                        String.join(", ", metrics),
                        ranking,
                        (board.isEmpty() ? "" : ", \"board\": {" + board + "}") + further);
    }

    private static String blob(String text) throws IOException {
        try (var incoming = bean(Blobs.class).incoming(Area.DATASETS)) {
            incoming.write(text.getBytes(StandardCharsets.UTF_8));
            return incoming.keep().digest();
        }
    }

    public Challenge challenge() {
        return QuarkusTransaction.requiringNew().call(() -> Challenge.findById(id));
    }

    public static String subject(int i) {
        return "s%03d".formatted(i);
    }

    public static boolean isPublic(int i) {
        return i < PUBLIC;
    }

    /// A prediction file, each subject's class given by its number.
    public static String file(IntFunction<String> prediction) {
        var csv = new StringBuilder("id,label\n");
        for (int i = 0; i < SIZE; i++) {
            csv.append(subject(i)).append(',').append(prediction.apply(i)).append('\n');
        }
        return csv.toString();
    }

    /// Predictions of which so many are right: `rightInPublic` of 20, `rightInPrivate` of 23.
    public static String file(int rightInPublic, int rightInPrivate) {
        return file(i -> {
            boolean right = isPublic(i) ? i < rightInPublic : i - PUBLIC < rightInPrivate;
            return CLASSES.get(right ? i % 3 : (i + 1) % 3);
        });
    }

    /// Predictions that make a metric behave as the class says, see [TestMetrics].
    public static String file(String mood) {
        return file(i -> i == 0 ? mood : CLASSES.get(i % 3));
    }

    private static void sql(String statement, @Nullable Object... values) {
        var query = bean(EntityManager.class).createNativeQuery(statement);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
    }

    public static <T> T bean(Class<T> type) {
        return CDI.current().select(type).get();
    }
}
