package org.voorwerp.server.truth;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.voorwerp.scoring.Truth;

/// Which part each test subject belongs to, as a CSV file: `id,part`, in the order of the truth.
public final class SplitFile {

    private SplitFile() {}

    /// @param out not closed
    public static void write(Truth truth, OutputStream out) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        writer.write("id,part\n");
        for (int i = 0; i < truth.parts().length; i++) {
            // Published ids are letters and digits.
            writer.write(truth.subjects().id(i) + ',' + truth.parts()[i].word() + '\n');
        }
        writer.flush();
    }
}
