package org.voorwerp.server.evaluation.paired;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Part;
import org.voorwerp.scoring.Weights;

/// A submission's primary score on each part of the hold-out, with how each subject moves it. All that two submissions
/// need to be compared.
///
/// As a file: zstd of a version (int); for each part its number, the score (double), the number of subjects (int) and
/// whether they have weights (byte); then four bytes a subject, a float, and where there are weights eight more.
///
/// @param parts those that have subjects; the subjects in the order of the truth
public record SubjectScores(Map<Part, Estimate> parts) {

    private static final int VERSION = 1;
    private static final int END = -1;

    /// What is computed from these numbers is the same whether they were kept or have just been made: floats are
    /// all that is kept of them.
    public SubjectScores {
        var rounded = new EnumMap<Part, Estimate>(Part.class);
        parts.forEach((part, estimate) -> rounded.put(part, rounded(estimate)));
        parts = rounded;
    }

    public Optional<Estimate> of(Part part) {
        return Optional.ofNullable(parts.get(part));
    }

    private static Estimate rounded(Estimate estimate) {
        var influence = estimate.influence().clone();
        for (int i = 0; i < influence.length; i++) {
            influence[i] = (float) influence[i];
        }
        return new Estimate(estimate.value(), influence, estimate.weights());
    }

    /// @param to not closed
    void write(OutputStream to) throws IOException {
        var zstd = new ZstdOutputStream(new NotClosed(to));
        try (var out = new DataOutputStream(new BufferedOutputStream(zstd, 1 << 16))) {
            out.writeInt(VERSION);
            for (var entry : parts.entrySet()) {
                out.writeInt(entry.getKey().ordinal());
                write(entry.getValue(), out);
            }
            out.writeInt(END);
        }
    }

    /// Lets zstd end its frame without closing what it writes to.
    private static final class NotClosed extends FilterOutputStream {

        NotClosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    private static void write(Estimate estimate, DataOutputStream out) throws IOException {
        out.writeDouble(estimate.value());
        out.writeInt(estimate.influence().length);
        var weights = estimate.weights().given();
        out.writeBoolean(weights != null);
        for (double influence : estimate.influence()) {
            out.writeFloat((float) influence);
        }
        for (int i = 0; weights != null && i < weights.length; i++) {
            out.writeDouble(weights[i]);
        }
    }

    /// @param from not closed
    static SubjectScores read(InputStream from) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(new ZstdInputStream(from), 1 << 16));
        int version = in.readInt();
        if (version != VERSION) {
            throw new IOException("subjects' scores of an unknown version, " + version);
        }
        var parts = new EnumMap<Part, Estimate>(Part.class);
        for (int part = in.readInt(); part != END; part = in.readInt()) {
            parts.put(Part.values()[part], estimate(in));
        }
        return new SubjectScores(parts);
    }

    private static Estimate estimate(DataInputStream in) throws IOException {
        double value = in.readDouble();
        var influence = new double[in.readInt()];
        double @Nullable [] weights = in.readBoolean() ? new double[influence.length] : null;
        for (int i = 0; i < influence.length; i++) {
            influence[i] = in.readFloat();
        }
        for (int i = 0; weights != null && i < weights.length; i++) {
            weights[i] = in.readDouble();
        }
        return new Estimate(value, influence, new Weights(weights, influence.length));
    }
}
