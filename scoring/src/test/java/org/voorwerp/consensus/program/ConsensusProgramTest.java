package org.voorwerp.consensus.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voorwerp.consensus.Export;
import org.voorwerp.consensus.RealData;
import org.voorwerp.table.Table;

@NullUnmarked
class ConsensusProgramTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(Path file, String... options) {
        var arguments = new ArrayList<>(List.of(file.toString(), "-o", output().toString()));
        arguments.addAll(List.of(options));
        out.reset();
        err.reset();
        return ConsensusProgram.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private Path output() {
        return folder.resolve("consensus.csv");
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /// Subject → the cells of a column.
    private Map<String, String> column(String name) throws IOException {
        var cells = new TreeMap<String, String>();
        try (var table = Table.open(output())) {
            int subject = table.column("subject_id");
            int column = table.column(name);
            for (var row : table) {
                cells.put(row.get(subject), row.get(column));
            }
        }
        return cells;
    }

    private static Export three() {
        return new Export()
                .row("anna", "1", "Yes!")
                .row("bill", "1", "Yes!")
                .row("carl", "1", "No.")
                .row("anna", "2", "No.")
                .row("bill", "2", "No.")
                .row("bill", "2", "Yes!");
    }

    @Test
    void anExportIsReducedAsPanoptesAggregationWould() throws IOException {
        assertEquals(0, run(three().to(folder), "--workflow", "7", "--task", "T0", "--reducer", "question_reducer"));

        assertEquals("""
                subject_id,workflow_id,task,reducer,data.no,data.yes
                1,7,T0,question_reducer,1,2.0
                2,7,T0,question_reducer,2,
                """.replace("\n", System.lineSeparator()), Files.readString(output()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plurality",
                "opinion-pool",
                "dawid-skene",
                "one-coin",
                "mace",
                "glad",
                "wawa",
                "zero-based-skill",
                "consistency"
            })
    void everyModelLabelsEverySubject(String model) throws IOException {
        assertEquals(0, run(three().to(folder), "--workflow", "7", "--task", "T0", "--reducer", model), complained());

        assertEquals(Map.of("1", "Yes!", "2", "No."), column("data.most_likely"));
        assertEquals(Map.of("1", "3", "2", "2"), column("data.num_votes"));
        assertEquals(Map.of("1", "2", "2", "0"), column("data.count.Yes!"));
        assertTrue(said().contains("1 a repeat by the same volunteer"), this::said);
    }

    @Test
    void provenanceNamesRecipeAndDigests() throws IOException {
        run(three().to(folder), "--workflow", "7", "--task", "T0", "--reducer", "dawid-skene", "--set", "crowd=2");

        var provenance = new ObjectMapper()
                .readTree(folder.resolve("consensus.provenance.json").toFile());
        assertEquals("dawid-skene", provenance.at("/recipe/reducer/name").asText());
        assertEquals(2, provenance.at("/recipe/reducer/parameters/crowd").asInt());
        assertEquals("first", provenance.at("/recipe/repeats").asText());
        assertEquals(64, provenance.at("/inputs/0/sha256").asText().length());
        assertEquals(6, provenance.at("/rows/read").asInt());
    }

    /// Columns and classes are nowhere in the recipe of a file of votes.
    @Test
    void provenanceHasTheArguments() throws IOException {
        var file = Files.writeString(folder.resolve("votes.csv"), "s,who,what\n1,a,x\n1,b,x\n2,a,y\n2,b,x\n");
        var options = List.of(
                "--subject-column", "s", "--volunteer-column", "who", "--label-column", "what", "--classes", "y,x");

        assertEquals(0, run(file, options.toArray(String[]::new)), this::complained);

        var arguments = new ArrayList<String>();
        new ObjectMapper()
                .readTree(folder.resolve("consensus.provenance.json").toFile())
                .path("arguments")
                .forEach(argument -> arguments.add(argument.textValue()));
        var expected = new ArrayList<>(List.of(file.toString(), "-o", output().toString()));
        expected.addAll(options);
        assertEquals(expected, arguments);
    }

    @Test
    void theReportIsOnePageWithPlotsAndNothingOfOthers() throws Exception {
        run(
                three().row("<b>&\"", "3", "</script><x>")
                        .row("anna", "3", "No.")
                        .to(folder),
                "--workflow",
                "7",
                "--task",
                "T0");

        var html = Files.readString(folder.resolve("consensus.html"));
        assertFalse(html.contains("<script"), "no script, not even out of a label");
        assertFalse(html.contains("http://") || html.contains("https://"), "nothing from elsewhere");
        for (var title : List.of("Agreement", "Dispersion against certainty", "Class balance", "What was left out")) {
            assertTrue(html.contains(">" + title + "<"), title);
        }
        var plots = html.split("(?=<svg)");
        assertTrue(plots.length > 6, () -> plots.length + " plots");
        for (int i = 1; i < plots.length; i++) {
            var svg = plots[i].substring(0, plots[i].indexOf("</svg>") + 6);
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "7 --task=T5 | line 2: no row of workflow 7, of which this is the first, answers task T5; there are T0 (6 rows)",
                "8 --task=T0 | no row is of workflow 8; there are 7 (6 rows)",
                "7 --task=T0 --versions=9.1 | no row of workflow 7 is of version 9.1; there are 3.14 (6 rows)",
                "7 --task=T0 --answer=Yes!= --answer=No.= | no vote is left: 6 rows read, 0 used; dropped: 6 an answer the recipe leaves out (first in line 2)"
            })
    void whatIsNotInTheFileIsAnsweredWithWhatIs(String asked, String message) {
        var options = new ArrayList<>(List.of("--workflow"));
        options.addAll(List.of(asked.split(" ")));

        assertEquals(1, run(three().to(folder), options.toArray(String[]::new)));

        assertTrue(complained().contains(message), this::complained);
        assertFalse(Files.exists(output()));
    }

    @Test
    void jsonThatIsCutOffIsFoundInItsLine() {
        var file = three().row("dora", "3", "x", "annotations", "[{\"task\":\"T0\",\"value\":\"Ye")
                .to(folder);

        assertEquals(1, run(file, "--workflow", "7", "--task", "T0"));

        assertTrue(
                complained().contains("line 8, column 12: the cell is no proper JSON from its character"),
                this::complained);
    }

    @Test
    void wrongColumnsAreNamed() {
        var file = three().without("annotations", "subject_ids", "subject_data").to(folder);

        assertEquals(1, run(file, "--workflow", "7", "--task", "T0"));

        assertTrue(
                complained()
                        .contains(
                                "line 1: this is no classification export of the Zooniverse: it has no column annotations,"),
                this::complained);
    }

    @Test
    void aHeaderAloneIsNoExport() {
        assertEquals(1, run(new Export().to(folder), "--workflow", "7", "--task", "T0"));

        assertTrue(complained().contains("line 1: no row follows the header"), this::complained);
    }

    @Test
    void oneVolunteerIsNoCrowd() {
        var file = new Export().row("anna", "1", "Yes!").row("anna", "2", "No.").to(folder);

        assertEquals(1, run(file, "--workflow", "7", "--task", "T0"));
        assertTrue(
                complained().contains("line 2: all 2 votes, of which this is the first, are by one volunteer, user:"));

        assertEquals(0, run(file, "--workflow", "7", "--task", "T0", "--reducer", "question_reducer"));
        assertTrue(complained().contains("warning: line 2: all 2 extracts"), this::complained);
    }

    @Test
    void callsThatMakeNoSenseAreRefusedWithWhatWouldDo() {
        var file = three().to(folder);

        assertEquals(2, run(file, "--workflow", "7"));
        assertTrue(complained().contains("name the task"), this::complained);
        assertEquals(2, run(file, "--workflow", "7", "--task", "T0", "--reducer", "magic"));
        assertTrue(complained().contains("dawid-skene") && complained().contains("question_reducer"), this::complained);
        assertEquals(2, run(file, "--workflow", "7", "--task", "T0", "--reducer", "mace", "--set", "x=1"));
        assertTrue(complained().contains("there is no parameter x"), this::complained);
        assertFalse(complained().contains("question_reducer"), "the name was right: " + complained());
        assertEquals(2, run(file, "--workflow", "7", "--task", "T0", "--reducer", "plurality", "--set", "x=1"));
        assertTrue(complained().contains("plurality has no parameters; x was given"), this::complained);
        assertFalse(complained().contains("question_reducer"), "the name was right: " + complained());
        assertEquals(2, run(file, "--workflow", "7", "--task", "T0", "--repeats", "some"));
        assertTrue(complained().contains("first, last, all"), this::complained);
        assertEquals(2, run(file, "--werkflow", "7"));
        assertTrue(complained().contains("--werkflow"), this::complained);
        assertEquals(1, run(folder.resolve("nothing.csv"), "--workflow", "7"));
        assertTrue(complained().contains("there is no such file"), this::complained);
    }

    /// A pipe would be waited for without end when it is opened again.
    @Test
    void whatIsNoPlainFileIsRefused() {
        assertTrue(run(folder, "--workflow", "1", "--task", "T0") != 0);
        assertTrue(complained().contains("save what a pipe brings first"), this::complained);
    }

    /// Both rows of the one name stand for somebody.
    @Test
    void volunteersWithoutAnAccountAreCountedOneByOneWhereThatIsAskedFor() throws IOException {
        var file = new Export()
                .row("anna", "1", "Yes!")
                .row("not-logged-in-1", "1", "No.")
                .row("not-logged-in-1", "1", "No.")
                .to(folder);
        var extracts = folder.resolve("extracts.csv");
        var each = List.of(
                "--workflow",
                "7",
                "--task",
                "T0",
                "--anonymous",
                "each",
                "--minimum-votes",
                "3",
                "--reducer",
                "question_reducer",
                "--extracts",
                extracts.toString());

        assertEquals(0, run(file, each.toArray(String[]::new)), this::complained);
        assertEquals(Map.of("1", "2"), column("data.no"), this::said);

        assertEquals(
                0,
                run(extracts, "--anonymous", "each", "--minimum-votes", "3", "--reducer", "question_reducer"),
                this::complained);
        assertEquals(Map.of("1", "2"), column("data.no"), this::said);

        for (var counting : List.of("votes_reducer", "stats_reducer")) {
            assertEquals(0, run(extracts, "--anonymous", "each", "--reducer", counting), this::complained);
            assertEquals(Map.of("1", "3"), column("data.volunteers"), counting);
        }
        assertEquals(0, run(extracts, "--anonymous", "each", "--reducer", "plurality"), this::complained);
        assertEquals(Map.of("1", "3"), column("data.num_votes"), this::said);
        assertEquals(0, run(extracts, "--reducer", "plurality"), this::complained);
        assertEquals(Map.of("1", "2"), column("data.num_votes"), this::said);
    }

    @Test
    void volunteersWithoutAnAccountAreLeftOutOfExtractsToo() throws IOException {
        var extracts = extracts("""
                5,hanny,12,7,T0,,1,question_extractor,1
                6,not-logged-in-ab,,7,T0,,1,question_extractor,1
                7,bob,13,7,T0,,1,question_extractor,1
                """);
        for (var reducer : List.of("question_reducer", "plurality")) {
            assertEquals(0, run(extracts, "--anonymous", "drop", "--reducer", reducer), this::complained);
            assertTrue(said().contains("3 rows read, 2 used; dropped: 1 made without an account"), this::said);
        }
        assertEquals(Map.of("1", "2"), column("data.num_votes"), this::said);
    }

    /// Nothing says that they are the same.
    @Test
    void rowsWithoutAnyNameAreAsManyVolunteers() throws IOException {
        var extracts = extracts("""
                ,,,7,T0,,1,question_extractor,1
                ,,,7,T0,,1,question_extractor,1
                ,,,7,T0,,1,question_extractor,1
                """);
        assertEquals(0, run(extracts, "--reducer", "plurality"), this::complained);
        assertEquals(Map.of("1", "3"), column("data.num_votes"), this::said);
        assertEquals(0, run(extracts, "--reducer", "question_reducer"), this::complained);
        assertEquals(Map.of("1", "3"), column("data.no"), this::said);
        assertEquals(0, run(extracts, "--anonymous", "each", "--reducer", "question_reducer"), this::complained);
        assertEquals(Map.of("1", "3"), column("data.no"), this::said);
    }

    private Path extracts(String rows) throws IOException {
        return Files.writeString(
                folder.resolve("extracts.csv"),
                "classification_id,user_name,user_id,workflow_id,task,created_at,subject_id,extractor,data.no\n"
                        + rows);
    }

    /// 3.10 is later than 3.9, whatever a decimal number would be.
    @Test
    void versionsAreTwoWholeNumbers() throws IOException {
        var file = new Export()
                .row("anna", "1", "a", "workflow_version", "3.9")
                .row("bill", "1", "a", "workflow_version", "3.10")
                .row("carl", "1", "b", "workflow_version", "3.10")
                .row("dora", "1", "c", "workflow_version", "3.1")
                .to(folder);

        assertEquals(0, run(file, "--workflow", "7", "--task", "T0", "--versions", "3.9..3.10"), complained());

        assertEquals(Map.of("1", "3"), column("data.num_votes"));
        assertTrue(said().contains("1 another version of the workflow (first in line 5)"), this::said);
    }

    @Test
    void oneSubjectThatCannotBeReducedStopsNoOther() throws IOException {
        var export = new Export();
        var many = new StringBuilder("[");
        for (int i = 0; i < 2_100; i++) {
            many.append(i == 0 ? "" : ",")
                    .append("{\"tool\":0,\"frame\":0,\"x\":%d,\"y\":1,\"width\":5,\"height\":5}".formatted(i % 7));
        }
        export.row("anna", "huge", "", "annotations", Export.annotation("T0", many + "]"));
        for (var name : List.of("anna", "bill", "carl")) {
            export.row(
                    name,
                    "small",
                    "",
                    "annotations",
                    Export.annotation("T0", "[{\"tool\":0,\"frame\":0,\"x\":1,\"y\":1,\"width\":5,\"height\":5}]"));
        }

        var options = List.of("shape=rectangle", "metric_type=IoU", "eps=0.5");
        int status = run(
                export.to(folder),
                "--workflow",
                "7",
                "--task",
                "T0",
                "--reducer",
                "shape_reducer_dbscan",
                "--set",
                options.get(0),
                "--set",
                options.get(1),
                "--set",
                options.get(2));

        assertEquals(0, status, this::complained);
        assertTrue(said().contains("left out: subject huge, task T0: "), this::said);
        var provenance = new ObjectMapper()
                .readTree(folder.resolve("consensus.provenance.json").toFile());
        assertEquals("huge", provenance.at("/refused/0/subject").asText());
    }

    @Test
    void aZipOfOneFileIsRead() throws IOException {
        var plain = three().to(folder);
        var zipped = folder.resolve("export.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(zipped))) {
            zip.putNextEntry(new ZipEntry("__MACOSX/._export.csv"));
            zip.putNextEntry(new ZipEntry("export.csv"));
            zip.write(Files.readAllBytes(plain));
        }

        assertEquals(0, run(zipped, "--workflow", "7", "--task", "T0"), complained());

        assertEquals(Map.of("1", "Yes!", "2", "No."), column("data.most_likely"));
    }

    /// Gold is known of the even half; what certainty is worth shows on the other.
    @Test
    void votesOfAPlainFileAreWeighedAndCalibratedOnGold() throws IOException {
        var random = new Random(7);
        var votes = new StringBuilder("item,worker,label\n");
        var gold = new StringBuilder("item,gold\n");
        var truths = new TreeMap<String, String>();
        for (int subject = 0; subject < 2_000; subject++) {
            var truth = random.nextBoolean() ? "merger" : "spiral";
            if (subject % 2 == 0) {
                gold.append(subject).append(',').append(truth).append('\n');
            } else {
                truths.put(Integer.toString(subject), truth);
            }
            for (int volunteer = 0; volunteer < 6; volunteer++) {
                boolean right = random.nextDouble() < (volunteer < 4 ? 0.7 : 0.4);
                var other = truth.equals("merger") ? "spiral" : "merger";
                votes.append(subject)
                        .append(",v")
                        .append(volunteer)
                        .append(',')
                        .append(right ? truth : other)
                        .append('\n');
            }
        }
        var file = Files.writeString(folder.resolve("votes.csv"), votes);
        var known = Files.writeString(folder.resolve("gold.csv"), gold);

        int status = run(
                file,
                "--gold",
                known.toString(),
                "--volunteers",
                folder.resolve("v.csv").toString());

        assertEquals(0, status, this::complained);
        var labels = column("data.most_likely");
        var certainty = column("data.certainty");
        assertTrue(certainty.values().stream().allMatch(cell -> Double.parseDouble(cell) > 0.4));
        double right = truths.keySet().stream()
                .mapToInt(subject -> truths.get(subject).equals(labels.get(subject)) ? 1 : 0)
                .average()
                .orElseThrow();
        double sure = truths.keySet().stream()
                .mapToDouble(subject -> Double.parseDouble(certainty.get(subject)))
                .average()
                .orElseThrow();
        // The share of a thousand subjects and the calibration on a thousand others each err by 0.013.
        assertEquals(right, sure, 0.02, "mean certainty beside the share right");
        assertTrue(
                truths.keySet().stream().anyMatch(subject -> Double.parseDouble(certainty.get(subject)) <= 0.999),
                "nobody can be so sure of all");
        try (var table = Table.open(folder.resolve("v.csv"))) {
            int share = table.column("gold");
            var shares = new ArrayList<Double>();
            for (var row : table) {
                shares.add(row.number(share));
            }
            assertEquals(6, shares.size());
            assertTrue(shares.get(0) > shares.get(5));
        }
    }

    /// The report tells of volunteers what the table tells, with the parameters that were asked for.
    @Test
    void reportAndTableOfVolunteersAreOfOneFit() throws IOException {
        var export = three();
        for (int subject = 3; subject < 30; subject++) {
            for (var name : List.of("anna", "bill", "carl")) {
                boolean no = subject % 2 == 0 ^ (name.equals("carl") && subject % 3 == 0);
                export.row(name, Integer.toString(subject), no ? "No." : "Yes!");
            }
        }
        var volunteers = folder.resolve("v.csv");

        int status = run(
                export.to(folder),
                "--workflow",
                "7",
                "--task",
                "T0",
                "--reducer",
                "dawid-skene",
                "--set",
                "crowd=200",
                "--volunteers",
                volunteers.toString());

        assertEquals(0, status, this::complained);
        var html = Files.readString(folder.resolve("consensus.html"));
        int most = html.indexOf("<h2>Volunteers with the most votes");
        try (var table = Table.open(volunteers)) {
            for (var row : table) {
                var name = row.get(table.column("volunteer"));
                var accuracy = String.format(
                        Locale.ROOT,
                        "%.2f (%.2f to %.2f)",
                        row.number(table.column("dawid-skene_accuracy")),
                        row.number(table.column("dawid-skene_accuracy_low")),
                        row.number(table.column("dawid-skene_accuracy_high")));
                int cells = html.indexOf(">" + name + "<", most);
                assertTrue(cells > 0, name);
                var line = html.substring(cells, html.indexOf("</tr>", cells));
                assertTrue(line.contains(accuracy), () -> accuracy + " is not in " + line);
            }
        }
    }

    @Test
    void votesCountByGivenWeights() throws IOException {
        var file = three().to(folder);
        var weights = Files.writeString(folder.resolve("w.csv"), "volunteer,weight\nanna,1\nbill,1\ncarl,5\n");
        var named = three().without("user_id").to(folder);
        assertEquals(0, run(named, "--workflow", "7", "--task", "T0", "--weights", weights.toString()), complained());
        assertEquals(Map.of("1", "No.", "2", "No."), column("data.most_likely"));

        Files.writeString(weights, "volunteer,weight\nanna,1\nbill,-1\n");
        assertEquals(1, run(named, "--workflow", "7", "--task", "T0", "--weights", weights.toString()));
        assertTrue(complained().contains("w.csv: line 3, column 2: a weight is 0 or more"), this::complained);
        Files.writeString(weights, "volunteer,weight\nanna,1\n");
        assertEquals(1, run(file, "--workflow", "7", "--task", "T0", "--weights", weights.toString()));
        assertTrue(complained().contains("has no weight"), this::complained);
    }

    @Test
    void countsAreTakenByAPatternOfTheirColumns() throws IOException {
        var file = Files.writeString(
                folder.resolve("counts.csv"), "id,t8_a1_ring_count,t8_a2_merger_count\ng1,3,7\ng2,5,5\ng3,1,0\n");

        int status = run(
                file,
                "--subject-column",
                "id",
                "--classes",
                "ring,merger",
                "--counts",
                "t8_*_{class}_count",
                "--minimum-votes",
                "2");

        assertEquals(0, status, this::complained);
        assertEquals(Map.of("g1", "merger", "g2", "ring"), column("data.most_likely"));
        assertEquals(
                "[\"ring\", \"merger\"]".replace('"', '\''),
                column("data.tied").get("g2").replace('"', '\''));
        assertTrue(said().contains("subjects left out: 1, fewer votes than asked for"), this::said);
    }

    @Test
    void clicksBecomeLetters() throws IOException {
        var clicks = new StringBuilder(
                "id,user_id,fragment_id,transcription_id,x,y,character,diacritic,custom,created_at\n");
        int id = 0;
        for (int volunteer = 1; volunteer <= 4; volunteer++) {
            clicks.append("%d,%d,88200,1,%d,110,Ν,,0,2011\n".formatted(id++, volunteer, 145 + volunteer));
            clicks.append("%d,%d,88200,1,%d,72,Ο,,0,2011\n".formatted(id++, volunteer, 100 + volunteer));
        }
        var file = Files.writeString(folder.resolve("clicks.csv"), clicks);

        assertEquals(0, run(file), complained());

        assertTrue(said().contains("2 rows of consensus"), this::said);
    }

    @Test
    void whatVolunteersCouldSeeOfASubjectStandsBesideItsConsensus() throws IOException {
        var subjects = Files.writeString(
                folder.resolve("subjects.csv"),
                "subject_id,metadata\n1,\"{\"\"site\"\":\"\"north\"\",\"\"#truth\"\":\"\"secret\"\"}\"\n");

        assertEquals(0, run(three().to(folder), "--workflow", "7", "--task", "T0", "--subjects", subjects.toString()));

        assertEquals(Map.of("1", "north", "2", ""), column("metadata.site"));
        assertFalse(Files.readString(output()).contains("secret"));
    }

    /// Theirs, byte for byte.
    @ParameterizedTest
    @ValueSource(strings = {"question", "survey"})
    void wholeFilesOfExtractsAreReducedAsTheirsAre(String name) throws IOException {
        var extracts = RealData.file("panoptes-aggregation/csv-vectors/reduce_csv__extracted_csv_" + name + ".csv");

        assertEquals(0, run(extracts, "--reducer", name + "_reducer"), complained());

        var expected = RealData.file("panoptes-aggregation/csv-vectors/reduce_csv__reduced_csv_" + name + ".csv");
        assertEquals(Files.readString(expected), Files.readString(output()));
    }
}
