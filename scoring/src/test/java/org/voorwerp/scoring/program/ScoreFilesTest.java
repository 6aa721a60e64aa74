package org.voorwerp.scoring.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreFilesTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void probabilitiesAreScoredWithIntervals() throws IOException {
        // scikit-learn 1.2: roc_auc_score, average_precision_score and log_loss of these.
        var status = score("id,label\n1,0\n2,0\n3,1\n4,1\n", "p,id\n0.8,4\n.35,3\n0.4,2\n1e-1,1\n");
        assertEquals(0, status, err::toString);
        var lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertTrue(lines.get(0).startsWith("roc-auc              0.750000000000  ["), lines.get(0));
        assertTrue(lines.get(0).endsWith("DeLong on the logit scale"), lines.get(0));
        assertTrue(lines.get(1).startsWith("average-precision    0.833333333333  ["), lines.get(1));
        assertTrue(lines.get(2).startsWith("log-loss             0.472287"), lines.get(2));
    }

    @Test
    void classesAreScoredToo() throws IOException {
        assertEquals(
                0,
                score(
                        "galaxy,kind\nx,spiral\ny,\"a, b\"\nz,spiral\n",
                        "galaxy,kind\nz,spiral\ny,\"a, b\"\nx,\"a, b\"\n"));
        assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("accuracy             0.666666666667"));
    }

    @Test
    void severalColumnsAreMatchedByName() throws IOException {
        assertEquals(0, score("id,a,b\n1,1,10\n2,2,20\n", "id,b,a\n2,20,3\n1,10,1\n"));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("mae                  0.250000000000"));
    }

    @Test
    void quotesAndMetricsOfOnesOwnChoiceAreFine() throws IOException {
        assertEquals(0, score("\"id\",\"n\"\n\"1\",\"5\"\n2,6\n", "id,n\n2,6\n1,7\n", "mae"));
        assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("mae                  1.000000000000"));
    }

    @Test
    void whatIsWrongIsToldWithItsPlace() throws IOException {
        assertEquals(1, score("id,n\n1,5\n2,6\n", "id,n\n2,x\n1,7\n"));
        assertTrue(
                err.toString(StandardCharsets.UTF_8).contains("line 2, column 2: \"x\" is not a number"),
                err::toString);
        assertEquals(1, score("id,n\n1,5\n1,6\n", "id,n\n2,1\n1,7\n"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("\"1\" appears twice"), err::toString);
        assertEquals(1, score("id,n\n1,5\n2,x\n", "id,n\n2,1\n1,7\n"));
        assertTrue(
                err.toString(StandardCharsets.UTF_8).contains("line 3, column 2: \"x\" is not a number"),
                err::toString);
        assertEquals(1, score("id,n\n1,5\n", "id,n\n1,5\n", "roc-auk"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("there is no metric roc-auk"), err::toString);
        assertEquals(2, ScoreFiles.run(new String[0], new PrintStream(out), new PrintStream(err)));
    }

    private int score(String truth, String predictions, String... metrics) throws IOException {
        var truthFile = Files.writeString(folder.resolve("truth.csv"), truth);
        var predictionFile = Files.writeString(folder.resolve("predictions.csv"), predictions);
        var arguments = new String[metrics.length + 2];
        arguments[0] = truthFile.toString();
        arguments[1] = predictionFile.toString();
        System.arraycopy(metrics, 0, arguments, 2, metrics.length);
        return ScoreFiles.run(arguments, new PrintStream(out), new PrintStream(err));
    }
}
