package org.voorwerp.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.PredictionFile.Accepted;
import org.voorwerp.scoring.PredictionFile.Rejected;
import org.voorwerp.table.Excerpt;
import org.voorwerp.table.Finding;

/// What is accepted, and what is said of everything else.
class PredictionFileTest {

    private static final TaskKind FRACTION = new Values(List.of(new NumberColumn("p", 0, 1)));
    private static final TaskKind NUMBER = new Values(List.of(new NumberColumn("p")));
    private static final TaskKind LETTERS = new Labels("letter", List.of("Alpha", "Beta", "Gamma, the third"));
    private static final TaskKind CHANCES = new Probabilities("p_", List.of("yes", "no"));
    private static final TaskKind WORDS = new Texts("text", 20);
    private static final SubjectIndex ABC = SubjectIndex.of(List.of("a", "b", "c"));

    // What is accepted

    @Test
    void rowsComeInAnyOrderAndAreKeptInThatOfTheTestFile() throws IOException {
        assertArrayEquals(new double[] {.1, .2, .3}, numbers(FRACTION, "id,p\nc,0.3\na,0.1\nb,0.2\n"));
    }

    @Test
    void columnsComeInAnyOrder() throws IOException {
        var predictions = accepted(CHANCES, "p_no,id,p_yes\n.9,a,.1\n.8,b,.2\n.7,c,.3\n");
        assertArrayEquals(new double[] {.1, .2, .3}, predictions.values(0));
        assertArrayEquals(new double[] {.9, .8, .7}, predictions.values(1));
    }

    @Test
    void linesEndInLfCrlfOrCrAndTheLastNeedNotEnd() throws IOException {
        for (var end : List.of("\n", "\r\n", "\r")) {
            assertArrayEquals(
                    new double[] {.1, .2, .3}, numbers(FRACTION, String.join(end, "id,p", "a,.1", "b,.2", "c,.3")));
            assertArrayEquals(
                    new double[] {.1, .2, .3}, numbers(FRACTION, String.join(end, "id,p", "a,.1", "b,.2", "c,.3", "")));
        }
    }

    @Test
    void emptyLinesAreSkippedButCounted() throws IOException {
        assertArrayEquals(new double[] {.1, .2, .3}, numbers(FRACTION, "\n\nid,p\r\r\n\na,.1\n\nb,.2\nc,.3\n\n\n"));
        assertEquals("line 6, column 2: \"x\" is not a number", only(FRACTION, "\nid,p\r\r\na,.1\r\n\nb,x\nc,.3"));
    }

    @Test
    void aByteOrderMarkDoesNotCount() throws IOException {
        assertArrayEquals(new double[] {.1, .2, .3}, numbers(FRACTION, "\ufeffid,p\na,.1\nb,.2\nc,.3\n"));
        assertArrayEquals(new double[] {.1, .2, .3}, numbers(FRACTION, "\ufeff\"id\",p\na,.1\nb,.2\nc,.3\n"));
    }

    @Test
    void everythingMayBeInQuotes() throws IOException {
        assertArrayEquals(
                new double[] {.1, .2, .3},
                numbers(FRACTION, "\"id\",\"p\"\r\n\"a\",\".1\"\r\n\"b\",\".2\" \r\n\"c\"\t,\".3\""));
    }

    @Test
    void idsMayHoldCommasQuotesLineBreaksAndAnyScript() throws IOException {
        var ids = List.of("1,5\"", "two\nlines\r\n", "Αθήνα 🜨", "\"");
        var file = new StringBuilder("id,p\n");
        for (int i = 0; i < ids.size(); i++) {
            file.append('"')
                    .append(ids.get(i).replace("\"", "\"\""))
                    .append("\",0.")
                    .append(i)
                    .append('\n');
        }
        var accepted = assertInstanceOf(
                Accepted.class, PredictionFile.read(stream(file.toString()), FRACTION, SubjectIndex.of(ids), "id"));
        assertArrayEquals(new double[] {0, .1, .2, .3}, accepted.predictions().values(0));
    }

    @Test
    void aQuoteInsideAnUnquotedCellStandsForItself() throws IOException {
        var accepted = assertInstanceOf(
                Accepted.class,
                PredictionFile.read(stream("id,p\n5\"x\",1\n"), FRACTION, SubjectIndex.of(List.of("5\"x\"")), "id"));
        assertArrayEquals(new double[] {1}, accepted.predictions().values(0));
    }

    @Test
    void decimalNumbersAreReadInEveryNotationToTheLastBit() throws IOException {
        for (var number : List.of(
                "+1",
                ".5",
                "1.",
                "-.5",
                "1e-5",
                "1E+5",
                "0.1",
                "0.10000000000000001",
                "123456789012345678901234567890",
                "4.9e-324",
                "2.2250738585072011e-308",
                "1.7976931348623157e308",
                "1e-400",
                "007",
                "9007199254740993",
                "0." + "0".repeat(300) + "1",
                "8.5" + "0".repeat(800) + "1",
                "179769313486231580793e288")) {
            assertEquals(
                    Double.doubleToRawLongBits(Double.parseDouble(number)),
                    Double.doubleToRawLongBits(numbers(NUMBER, "id,p\na," + number + "\nb,1\nc,1\n")[0]),
                    number);
        }
    }

    @Test
    void minusZeroKeepsItsSignAndIsNotBelowZero() throws IOException {
        assertEquals(
                Double.doubleToRawLongBits(-0.0),
                Double.doubleToRawLongBits(numbers(FRACTION, "id,p\na,-0.0\nb,1\nc,1\n")[0]));
    }

    @Test
    void blanksAroundNamesNumbersAndClassesDoNotCount() throws IOException {
        assertArrayEquals(new double[] {.1, .2, .3}, numbers(FRACTION, "id, p\na, .1\nb,.2\t\nc,\" .3 \"\n"));
        assertArrayEquals(
                new int[] {0, 1, 2},
                accepted(LETTERS, " id ,\tletter\na, Alpha\nb,Beta \nc,\" Gamma, the third\"\n")
                        .indices(0));
    }

    @Test
    void classesAreReadAsTheirIndex() throws IOException {
        assertArrayEquals(
                new int[] {1, 2, 0},
                accepted(LETTERS, "id,letter\na,Beta\nb,\"Gamma, the third\"\nc,Alpha\n")
                        .indices(0));
    }

    @Test
    void textsAreReadAsTheyStandAndMayBeEmpty() throws IOException {
        var texts = accepted(WORDS, "id,text\nb,\"one, \"\"two\"\"\nthree\"\nc,\na, Ω in line 2 \n")
                .texts(0);
        assertEquals(List.of("Ω in line 2", "one, \"two\"\nthree", ""), texts);
    }

    /// Characters, not bytes, and not UTF-16's halves.
    @Test
    void aTextThatIsTooLong() throws IOException {
        var longest = "𝔞".repeat(20);
        assertEquals(
                List.of(longest, "", ""),
                accepted(WORDS, "id,text\na," + longest + "\nb,\nc,\n").texts(0));
        assertEquals(
                "line 2, column 2: the text has 21 characters, more than the 20 allowed",
                only(WORDS, "id,text\na," + longest + "b\nb,\nc,\n"));
    }

    @Test
    void aTextThatIsNoUtf8() throws IOException {
        assertEquals(
                "line 2, column 2: the text cannot be read: \"caf\\xE9…\", which is not UTF-8 (save the file as UTF-8)",
                onlyOf(WORDS, "id,text\na,café\nb,\nc,\n".getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals(
                "\ufffd",
                accepted(WORDS, "id,text\na,\ufffd\nb,\nc,\n").texts(0).getFirst());
    }

    @Test
    void theSampleSubmissionOfEveryKindIsAccepted() throws IOException {
        for (var kind : List.of(FRACTION, NUMBER, LETTERS, CHANCES)) {
            var header = kind.columns().stream().map(PredictionColumn::name).collect(Collectors.joining(","));
            var row = kind.sampleCells().stream().map(cell -> '"' + cell + '"').collect(Collectors.joining(","));
            accepted(kind, "id," + header + "\na," + row + "\nb," + row + "\nc," + row + "\n");
        }
    }

    // The file as a whole

    @Test
    void anEmptyFile() throws IOException {
        assertEquals("the file is empty", only(FRACTION, ""));
        assertEquals("the file is empty", only(FRACTION, "\n\r\n\r"));
        assertEquals("the file is empty", only(FRACTION, "\ufeff"));
    }

    @Test
    void aHeaderAndNothingElse() throws IOException {
        assertEquals(
                "there are no rows after the header: 3 ids are missing, the first is \"a\"", only(FRACTION, "id,p\n"));
    }

    @Test
    void utf16() throws IOException {
        for (var charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertEquals("the file is UTF-16: save it as UTF-8", onlyOf(FRACTION, "id,p\na,.1\n".getBytes(charset)));
        }
    }

    @Test
    void filesThatAreNoText() throws IOException {
        assertEquals(
                "the file is compressed by gzip, but was not said to be",
                onlyOf(FRACTION, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0}));
        assertEquals(
                "the file is compressed by zstd, but was not said to be",
                onlyOf(FRACTION, new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0}));
        assertEquals(
                "the file is a zip archive or an Excel workbook: save the table as CSV",
                only(FRACTION, "PK\u0003\u0004xl/workbook.xml"));
        assertEquals("the file is Parquet: save the table as CSV", only(FRACTION, "PAR1..."));
    }

    @Test
    void missingIdsAreCountedAndTheFirstIsNamed() throws IOException {
        assertEquals("2 ids are missing, the first is \"a\"", only(FRACTION, "id,p\nb,.1\n"));
        assertEquals("1 id is missing: \"c\"", only(FRACTION, "id,p\nb,.1\na,1"));
    }

    @Test
    void aRowThatIsWrongDoesNotMakeItsIdMissing() throws IOException {
        assertEquals(
                List.of("line 2, column 2: \"x\" is not a number", "line 3: expected 2 cells, found 1"),
                findings(FRACTION, "id,p\na,x\nb\nc,1\n"));
    }

    @Test
    void rowsWithoutEndAreReadNoFurther() throws IOException {
        var endless = new Endless("a,0.5\n").after("id,p\na,.1\nb,.1\nc,.1\n");
        var rejected = assertInstanceOf(Rejected.class, PredictionFile.read(endless, FRACTION, ABC, "id"));
        assertEquals(11, rejected.count());
        assertEquals(
                "line 5, column 1: id \"a\" appears twice, lines 2 and 5",
                rejected.findings().getFirst().toString());
        assertEquals(
                "line 15: there are more rows than the 3 test subjects; reading stopped here",
                rejected.findings().getLast().toString());
    }

    @Test
    void aLineWithoutEndIsReadNoFurther() throws IOException {
        var longest = PredictionFile.longestRow(FRACTION, ABC, "id");
        var rejected = assertInstanceOf(
                Rejected.class,
                PredictionFile.read(new Endless("0123456789").after("id,p\na,.1\nb,"), FRACTION, ABC, "id"));
        assertEquals(
                "line 3: the line is longer than " + longest + " bytes, more than any row can need",
                rejected.findings().getFirst().toString());
        assertEquals(1, rejected.count());
    }

    @Test
    void cellsWithoutEndAreReadNoFurther() throws IOException {
        var rejected = assertInstanceOf(
                Rejected.class, PredictionFile.read(new Endless(",").after("id,p\na"), FRACTION, ABC, "id"));
        assertEquals(2, rejected.findings().getFirst().line());
        assertEquals(1, rejected.count());
    }

    @Test
    void emptyLinesWithoutEndCostNoMemory() throws IOException {
        var bytes = new Endless("\n");
        bytes.left = 50_000_000;
        var rejected =
                assertInstanceOf(Rejected.class, PredictionFile.read(bytes.after("id,p\n"), FRACTION, ABC, "id"));
        assertEquals(
                "there are no rows after the header: 3 ids are missing, the first is \"a\"",
                rejected.findings().getFirst().toString());
    }

    @Test
    void aQuoteLeftOpen() throws IOException {
        assertEquals(
                List.of(
                        "line 2, column 2: \"x\" is not a number",
                        "line 4, column 2: the quote that is opened here is not closed"),
                findings(FRACTION, "id,p\na,x\n\"b\n\",\".2\nc,.3\n"));
    }

    @Test
    void aQuoteLeftOpenInALongFileIsFoundWhereItWasOpened() throws IOException {
        var rejected = assertInstanceOf(
                Rejected.class,
                PredictionFile.read(new Endless("b,.2\n").after("id,p\n\"a,.1\n"), FRACTION, ABC, "id"));
        assertEquals(
                "line 2, column 1: the quote that is opened here is not closed",
                rejected.findings().getFirst().toString());
    }

    @Test
    void textAfterAClosingQuote() throws IOException {
        assertEquals(
                "line 2, column 1: text follows a closing quote: expected a comma or the end of the line"
                        + " (a quote within quotes is written twice)",
                only(FRACTION, "id,p\n\"a\"b,.1\n"));
    }

    @Test
    void trouble20TimesIsToldAndTheRestCounted() throws IOException {
        var ids = IntStream.range(0, 1000).mapToObj(i -> "s" + i).toList();
        var file = ids.stream().map(id -> id + ",x\n").collect(Collectors.joining("", "id,p\n", ""));
        var rejected = assertInstanceOf(
                Rejected.class, PredictionFile.read(stream(file), FRACTION, SubjectIndex.of(ids), "id"));
        assertEquals(20, rejected.findings().size());
        assertEquals(1000, rejected.count());
        assertEquals(
                new Finding(21, 2, "\"x\" is not a number"), rejected.findings().getLast());
    }

    @Test
    void aBrokenStreamIsNotAFinding() {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection lost");
            }
        };
        assertThrows(IOException.class, () -> PredictionFile.read(broken, FRACTION, ABC, "id"));
    }

    // The header

    @Test
    void aMissingColumn() throws IOException {
        assertEquals(
                "line 1: the header must be \"id\", \"p_yes\", \"p_no\" in any order, but is \"id\", \"p_yes\";"
                        + " missing: \"p_no\"",
                only(CHANCES, "id,p_yes\na,.1\n"));
    }

    @Test
    void anUnexpectedColumn() throws IOException {
        assertEquals(
                "line 1: the header must be \"id\", \"p\" in any order, but is \"id\", \"p\", \"note\";"
                        + " not expected: \"note\"",
                only(FRACTION, "id,p,note\na,.1,\n"));
    }

    @Test
    void aColumnThatIsThereTwice() throws IOException {
        assertEquals(
                "line 1: the header must be \"id\", \"p\" in any order, but is \"id\", \"p\", \"p\"; there twice: \"p\"",
                only(FRACTION, "id,p,p\na,.1,.1\n"));
    }

    @Test
    void thePandasIndex() throws IOException {
        var hint = ". The column without a name seems to be the index that pandas or R puts in front:"
                + " write it with index=False (R: row.names = FALSE)";
        assertEquals(
                "line 1: the header must be \"id\", \"p\" in any order, but is \"\", \"id\", \"p\"; not expected: \"\""
                        + hint,
                only(FRACTION, ",id,p\n0,a,.1\n"));
        assertEquals(
                "line 1: the header must be \"id\", \"p\" in any order, but is \"Unnamed: 0\", \"id\", \"p\";"
                        + " not expected: \"Unnamed: 0\"" + hint,
                only(FRACTION, "Unnamed: 0,id,p\n0,a,.1\n"));
    }

    @Test
    void semicolonsAndTabs() throws IOException {
        assertEquals(
                "line 1: the header must be \"id\", \"p\" in any order, but is \"id;p\"; missing: \"id\", \"p\";"
                        + " not expected: \"id;p\". The columns seem to be separated by semicolons:"
                        + " separate them by commas",
                only(FRACTION, "id;p\na;.1\n"));
        assertEquals(
                "line 1: the header must be \"id\", \"p\" in any order, but is \"id\\tp\"; missing: \"id\", \"p\";"
                        + " not expected: \"id\\tp\". The columns seem to be separated by tabs: separate them by commas",
                only(FRACTION, "id\tp\na\t.1\n"));
    }

    @Test
    void noHeader() throws IOException {
        assertEquals(
                "line 1: the header must be \"id\", \"p\" in any order, but is \"a\", \".1\"; missing: \"id\", \"p\";"
                        + " not expected: \"a\", \".1\". The first line seems to be data already:"
                        + " write a header line before it",
                only(FRACTION, "a,.1\nb,.2\nc,.3\n"));
    }

    @Test
    void theCaseOfAName() throws IOException {
        assertEquals(
                "line 1: the header must be \"id\", \"p\" in any order, but is \"ID\", \"p\"; missing: \"id\";"
                        + " not expected: \"ID\". Upper and lower case matter",
                only(FRACTION, "ID,p\na,.1\n"));
    }

    @Test
    void aHeaderThatIsALongLineOfRubbishIsNotRepeated() throws IOException {
        var message = only(FRACTION, "x".repeat(1000) + ",y".repeat(500) + "\n");
        assertTrue(message.length() < 1000 && message.contains("… (501 in all)"), message);
    }

    @Test
    void aHeaderInUtf16WithoutAMark() throws IOException {
        assertEquals(
                "line 1: the header must be \"id\", \"p\" in any order, but is \"id\\u0000\", \"p\"; missing: \"id\";"
                        + " not expected: \"id\\u0000\". The file seems to be UTF-16: save it as UTF-8",
                only(FRACTION, "id\0,p\na,.1\n"));
    }

    // Rows

    @Test
    void tooFewAndTooManyCells() throws IOException {
        assertEquals(
                List.of(
                        "line 2: expected 2 cells, found 1",
                        "line 3: expected 2 cells, found 3; numbers are written with a point, and a cell that holds"
                                + " a comma stands in quotes"),
                findings(FRACTION, "id,p\na\nb,0,5\nc,1\n"));
    }

    @Test
    void anEmptyCell() throws IOException {
        assertEquals(
                List.of(
                        "line 2, column 2: the cell is empty: a number is expected",
                        "line 3, column 2: the cell is empty: a number is expected",
                        "line 4, column 2: the cell is empty: a number is expected"),
                findings(FRACTION, "id,p\na,\nb,\"\"\nc, \n"));
        assertEquals(
                "line 4, column 2: the cell is empty: one of the classes \"Alpha\", \"Beta\", \"Gamma, the third\""
                        + " is expected",
                only(LETTERS, "id,letter\na,Alpha\nb,Beta\nc,"));
    }

    @Test
    void aWordWhereANumberIsExpected() throws IOException {
        assertEquals("line 3, column 2: \"abc\" is not a number", only(FRACTION, "id,p\na,.1\nb,abc\nc,.3\n"));
    }

    @Test
    void whatOtherLanguagesCallANumberIsNone() throws IOException {
        for (var word : List.of(
                "0x1p-1", "0X1P0", "0.5d", "0.5f", "1_000", "1e", ".", "+", "-", "e5", "1e5.0", "--1", "+-1", "0.5%",
                "1/2", "1 2", "½", "٣", "true", "null", "NA", "0b1", "1L", "$1", "\u00a01", "1\u2003", "0x", "x", "-x1",
                "1\u0000", "+0x1p3", "1e+", "1E5f", "infinit")) {
            assertEquals(
                    List.of("line 2, column 2: " + Excerpt.of(word) + " is not a number"),
                    findings(NUMBER, "id,p\na," + word + "\nb,1\nc,1\n"));
        }
    }

    @Test
    void notANumberAndInfinity() throws IOException {
        for (var word : List.of("NaN", "nan", "Infinity", "-Infinity", "inf", "+inf", "-NaN")) {
            assertEquals(
                    "line 2, column 2: \"" + word + "\" is not a finite number",
                    only(NUMBER, "id,p\na," + word + "\nb,1\nc,1\n"));
        }
    }

    @Test
    void aNumberTooLarge() throws IOException {
        assertEquals("line 2, column 2: \"1e400\" is too large", only(NUMBER, "id,p\na,1e400\nb,1\nc,1\n"));
        assertEquals("line 2, column 2: \"-1.e+400\" is too large", only(NUMBER, "id,p\na,-1.e+400\nb,1\nc,1\n"));
    }

    @Test
    void aDecimalComma() throws IOException {
        assertEquals(
                "line 2, column 2: \"0,5\" is not a number: write it with a point, as 0.5",
                only(FRACTION, "id,p\na,\"0,5\"\nb,1\nc,1\n"));
    }

    @Test
    void aNumberOutOfBounds() throws IOException {
        assertEquals(
                List.of("line 2, column 2: 1.2 is above 1", "line 3, column 2: -1e-300 is below 0"),
                findings(FRACTION, "id,p\na,1.2\nb, -1e-300\nc,1\n"));
    }

    @Test
    void aBoundThatIsNoWholeNumberIsShownAsItIs() throws IOException {
        var kind = new Values(List.of(new NumberColumn("p", -0.25, 2.5)));
        assertEquals(
                List.of("line 2, column 2: 2.6 is above 2.5", "line 3, column 2: -1 is below -0.25"),
                findings(kind, "id,p\na,2.6\nb,-1\nc,1\n"));
    }

    @Test
    void anUnknownClass() throws IOException {
        assertEquals(
                List.of(
                        "line 2, column 2: \"Alpa\" is not one of the classes \"Alpha\", \"Beta\", \"Gamma, the third\"",
                        "line 3, column 2: \"beta\" is not a class: did you mean \"Beta\"?"),
                findings(LETTERS, "id,letter\na,Alpa\nb,beta\nc,Alpha\n"));
    }

    @Test
    void ofManyClassesTheFirstAreNamed() throws IOException {
        var kind =
                new Labels("digit", IntStream.range(0, 50).mapToObj(i -> "" + i).toList());
        assertEquals(
                List.of(
                        "line 2, column 2: \"50\" is not one of the classes \"0\", \"1\", \"2\", \"3\", \"4\", \"5\","
                                + " \"6\", \"7\", \"8\", \"9\", … (50 in all)",
                        "line 3, column 2: \"7.0\" is not a class: did you mean \"7\"?"),
                findings(kind, "id,digit\na,50\nb,7.0\nc,7\n"));
    }

    @Test
    void anUnknownId() throws IOException {
        assertEquals(
                List.of("line 3, column 1: unknown id \"x\": it is not in the test file", "1 id is missing: \"b\""),
                findings(FRACTION, "id,p\na,.1\nx,.2\nc,.3\n"));
    }

    @Test
    void blanksAroundAnId() throws IOException {
        assertEquals(
                List.of(
                        "line 3, column 1: unknown id \" b\": in the test file it has no spaces around it",
                        "1 id is missing: \"b\""),
                findings(FRACTION, "id,p\na,.1\n b,.2\nc,.3\n"));
    }

    @Test
    void idsThatWereMadeNumbers() throws IOException {
        var subjects = SubjectIndex.of(List.of("587722981736120347", "007"));
        var rejected = assertInstanceOf(
                Rejected.class,
                PredictionFile.read(stream("id,p\n5.87722981736120E+17,.1\n7.0,.2\n"), FRACTION, subjects, "id"));
        assertEquals(
                "line 2, column 1: unknown id \"5.87722981736120E+17\": ids are text, but were made numbers"
                        + " (pandas: read them with dtype=str)",
                rejected.findings().getFirst().toString());
        assertEquals(3, rejected.findings().get(1).line());
    }

    @Test
    void anEmptyId() throws IOException {
        assertEquals(
                List.of("line 2, column 1: the id is empty", "1 id is missing: \"a\""),
                findings(FRACTION, "id,p\n,.1\nb,.2\nc,.3\n"));
    }

    @Test
    void anIdThatAppearsTwice() throws IOException {
        assertEquals(
                List.of(
                        "line 5, column 2: id \"b\" appears twice, lines 2 and 5",
                        "line 6, column 2: id \"b\" appears twice, lines 2 and 6"),
                findings(FRACTION, "p,id\n.1,b\n.2,a\n.3,c\n.4,b\n.5,b\n"));
    }

    @Test
    void theFirstOfTwoRowsOfAnIdIsJudgedAndTheSecondStillRead() throws IOException {
        assertEquals(
                List.of(
                        "line 5, column 1: id \"b\" appears twice, lines 3 and 5",
                        "line 5, column 2: \"x\" is not a number"),
                findings(FRACTION, "id,p\na,.2\nb,.1\nc,.3\nb,x\n"));
    }

    @Test
    void probabilitiesThatDoNotAddUp() throws IOException {
        assertEquals(
                List.of(
                        "line 3: the probabilities add up to 1.10000, not to 1",
                        "line 4, column 2: \"x\" is not a number"),
                findings(CHANCES, "id,p_yes,p_no\na,.5,.5\nb,.5,.6\nc,x,.5\n"));
    }

    @Test
    void allProblemsOfARowAreTold() throws IOException {
        assertEquals(
                List.of(
                        "line 2, column 1: unknown id \"x\": it is not in the test file",
                        "line 2, column 2: \"y\" is not a number",
                        "line 2, column 3: 2 is above 1"),
                findings(CHANCES, "id,p_yes,p_no\nx,y,2\na,1,0\nb,1,0\nc,1,0\n"));
    }

    @Test
    void bytesThatAreNotUtf8() throws IOException {
        var file = "id,p\na,.1\nb,.2\nc,.3\ncaf\u00e9,1\n".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(
                "line 5, column 1: unknown id \"caf\\xE9…\", which is not UTF-8 (save the file as UTF-8):"
                        + " it is not in the test file",
                onlyOf(FRACTION, file));
    }

    @Test
    void whatCannotBeSeenIsShownAsAnEscape() throws IOException {
        assertEquals(
                List.of(
                        "line 2, column 2: \"\\u001b[31m\\u0000\\u200b\\u202e\" is not a number",
                        "line 3, column 2: \"" + "x".repeat(40) + "…\" is not a number",
                        "line 4, column 2: \"two\\nlines\" is not a number"),
                findings(
                        FRACTION,
                        "id,p\na,\u001b[31m\u0000\u200b\u202e\nb," + "x".repeat(41) + "\nc,\"two\nlines\"\n"));
    }

    @Test
    void theLineOfARowIsThatInWhichItBegins() throws IOException {
        assertEquals(
                List.of(
                        "line 2, column 1: unknown id \"x\\ny\\r\\nz\\r\": it is not in the test file",
                        "line 6, column 2: \"w\" is not a number"),
                findings(FRACTION, "id,p\n\"x\ny\r\nz\r\",.1\na,w\nb,1\nc,1"));
    }

    private static double[] numbers(TaskKind kind, String file) throws IOException {
        return accepted(kind, file).values(0);
    }

    private static Predictions accepted(TaskKind kind, String file) throws IOException {
        var reading = PredictionFile.read(stream(file), kind, ABC, "id");
        return assertInstanceOf(Accepted.class, reading, reading::toString).predictions();
    }

    private static String only(TaskKind kind, String file) throws IOException {
        return onlyOf(kind, file.getBytes(StandardCharsets.UTF_8));
    }

    private static String onlyOf(TaskKind kind, byte[] file) throws IOException {
        var reading = PredictionFile.read(new ByteArrayInputStream(file), kind, ABC, "id");
        var rejected = assertInstanceOf(Rejected.class, reading);
        assertEquals(1, rejected.count(), rejected::toString);
        return rejected.findings().getFirst().toString();
    }

    private static List<String> findings(TaskKind kind, String file) throws IOException {
        var rejected = assertInstanceOf(Rejected.class, PredictionFile.read(stream(file), kind, ABC, "id"));
        return rejected.findings().stream().map(Finding::toString).toList();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The same text over and over: whoever reads it to its end does not come back soon.
    private static final class Endless extends InputStream {

        private final byte[] text;
        private long left = 4_000_000_000_000L;
        private int at;

        Endless(String text) {
            this.text = text.getBytes(StandardCharsets.UTF_8);
        }

        InputStream after(String beginning) {
            return new SequenceInputStream(stream(beginning), this);
        }

        @Override
        public int read() {
            if (left-- <= 0) {
                return -1;
            }
            return text[at++ % text.length];
        }
    }
}
