package org.voorwerp.server.evaluation.suspicion;

import com.github.luben.zstd.Zstd;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.voorwerp.board.Fingerprint;
import org.voorwerp.scoring.Predictions;
import org.voorwerp.scoring.Predictions.ClassCells;
import org.voorwerp.scoring.Predictions.NumberCells;
import org.voorwerp.scoring.Predictions.TextCells;

/// Keeps fingerprints of submissions.
@ApplicationScoped
public class Fingerprints {

    /// Of larger files none is made: it would cost more than their scores.
    private static final int MOST_SUBJECTS = 1_000_000;

    private static final int LONGEST = Fingerprint.SAMPLE * Integer.BYTES;

    private final EntityManager database;

    Fingerprints(EntityManager database) {
        this.database = database;
    }

    /// The fingerprint of a file; null where it is too large for one.
    public static @Nullable Fingerprint of(Predictions predictions) {
        int subjects = switch (predictions.columns().getFirst()) {
            case ClassCells(var indices) -> indices.length;
            case NumberCells(var values) -> values.length;
            case TextCells(var texts) -> texts.size();
        };
        return subjects > MOST_SUBJECTS ? null : Fingerprint.of(predictions);
    }

    /// Keeps a fingerprint, in the caller's transaction.
    @Transactional(TxType.MANDATORY)
    public void add(UUID submission, Fingerprint fingerprint) {
        var sample = ByteBuffer.allocate(fingerprint.sample().length * Integer.BYTES);
        sample.asIntBuffer().put(fingerprint.sample());
        database.createNativeQuery("insert into fingerprint values (?1, ?2, ?3) on conflict do nothing")
                .setParameter(1, submission)
                .setParameter(2, fingerprint.digest())
                .setParameter(3, Zstd.compress(sample.array()))
                .executeUpdate();
    }

    static Fingerprint read(long digest, byte[] compressed) {
        var numbers = ByteBuffer.wrap(Zstd.decompress(compressed, LONGEST)).asIntBuffer();
        var sample = new int[numbers.remaining()];
        numbers.get(sample);
        return new Fingerprint(digest, sample);
    }
}
