package org.voorwerp.server.submission;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.PredictionFile;
import org.voorwerp.scoring.SubjectIndex;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.http.Refusal;
import org.voorwerp.server.storage.Area;
import org.voorwerp.server.storage.Blobs;
import org.voorwerp.server.storage.IncomingBlob;
import org.voorwerp.server.submission.upload.Upload;
import org.voorwerp.server.submission.upload.UploadBody;

/// Takes prediction files in. While the bytes arrive they are digested, decompressed, checked and written to disk,
/// once through; a file that is right is synced and then committed with its place in the quota and in the queue.
@ApplicationScoped
public class Intake {

    private static final int LONGEST_NOTE = 500;

    /// So much may be read of any file: its reader has better words for what is wrong than its size.
    private static final long HARMLESS = 1 << 22;

    private final Blobs blobs;
    private final TestSubjects subjects;
    private final Acceptance acceptance;
    private final IdempotencyKeys keys;
    private final CheckedPredictions read;
    private final SubmissionConfig config;
    private final MeterRegistry metrics;
    private final Semaphore turns;

    Intake(
            Blobs blobs,
            TestSubjects subjects,
            Acceptance acceptance,
            IdempotencyKeys keys,
            CheckedPredictions read,
            SubmissionConfig config,
            MeterRegistry metrics) {
        this.blobs = blobs;
        this.subjects = subjects;
        this.acceptance = acceptance;
        this.keys = keys;
        this.read = read;
        this.config = config;
        this.metrics = metrics;
        this.turns = new Semaphore(config.parallelUploads(), true);
    }

    /// Takes a participant's file. When this returns, the submission survives a crash.
    ///
    /// @param phase the name of the phase that it is for; null where only one is open
    /// @throws Refusal saying why it was not taken; then it cost no quota and nothing of it is left
    public Receipt take(Challenge challenge, Caller caller, @Nullable String phase, Upload upload) {
        var text = IdempotencyKeys.parse(upload.idempotencyKey());
        var key = text == null ? null : new IdempotencyKeys.Key(caller.account(), challenge.id, text);
        try (var claim = keys.claim(key)) {
            acceptance.requireOpen(challenge, caller, phase, key);
            return accepted(challenge, upload, file -> acceptance.accept(challenge, caller, phase, file, key));
        } catch (Refusal refusal) {
            metrics.counter("voorwerp.submissions.refused", "problem", refusal.type())
                    .increment();
            throw refusal;
        }
    }

    /// Takes a baseline's predictions, as anybody's but for quota and phase. The same file again changes nothing.
    ///
    /// @param name what the board calls it
    public Receipt takeBaseline(Challenge challenge, String name, InputStream csv) {
        return accepted(challenge, Upload.ofFile(csv), file -> acceptance.acceptBaseline(challenge, name, file));
    }

    private Receipt accepted(Challenge challenge, Upload upload, Function<Received, Receipt> acceptance) {
        try (var file = receive(challenge, upload)) {
            boolean queued = false;
            try {
                var receipt = acceptance.apply(file);
                queued = !receipt.replayed();
                if (queued) {
                    metrics.counter("voorwerp.submissions.accepted").increment();
                }
                return receipt;
            } finally {
                if (!queued) {
                    read.forget(challenge.id, file.blob().digest());
                }
            }
        } catch (IOException e) {
            throw Unavailable.of(e);
        }
    }

    private Received receive(Challenge challenge, Upload upload) throws IOException {
        awaitTurn(config.uploadWait());
        var incoming = blobs.incoming(Area.SUBMISSIONS);
        boolean right = false;
        try {
            var received = read(challenge, upload, incoming);
            right = true;
            return received;
        } finally {
            turns.release();
            if (!right) {
                incoming.close();
            }
        }
    }

    private void awaitTurn(Duration atMost) {
        try {
            if (!turns.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Unavailable.busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Unavailable.busy();
        }
    }

    private Received read(Challenge challenge, Upload upload, IncomingBlob incoming) throws IOException {
        var kind = challenge.definition.taskKind();
        var expected = subjects.of(challenge);
        try (var body = new UploadBody(upload, limit(expected, kind.columns().size()))) {
            var file = new KeepingInput(body.file(), incoming);
            // One thread is quicker than the wire, and leaves the others to other uploads.
            var reading = PredictionFile.read(file, kind, expected, challenge.definition.idColumn(), 1);
            if (reading instanceof PredictionFile.Rejected rejected) {
                if (body.announcesDigest()) {
                    // A file damaged on its way is not its author's mistake.
                    body.finish();
                }
                throw new InvalidPredictions(rejected.findings(), rejected.count());
            }
            body.finish();
            var note = checked(body.note());
            var blob = incoming.seal();
            if (reading instanceof PredictionFile.Accepted(var predictions)) {
                // Before it is queued, as a worker may be quick.
                read.put(challenge.id, blob.digest(), kind, expected, predictions);
            }
            return new Received(incoming, blob, body.fileName(), note);
        }
    }

    /// What the reader of predictions lets through at most, and the server's own limit.
    private long limit(SubjectIndex subjects, int columns) {
        long needed = Math.max(HARMLESS, (subjects.size() + 64L) * (4096 + 512L * columns));
        return Math.min(config.maxBytes(), needed);
    }

    private static @Nullable String checked(@Nullable String note) {
        if (note == null || note.isBlank()) {
            return null;
        }
        if (note.codePointCount(0, note.length()) > LONGEST_NOTE || note.indexOf('\0') >= 0) {
            throw new Invalid("A note has at most " + LONGEST_NOTE + " characters, none of them NUL.");
        }
        return note.strip();
    }
}
