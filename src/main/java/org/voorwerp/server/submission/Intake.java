package org.voorwerp.server.submission;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.PredictionFile;
import org.voorwerp.scoring.SubjectIndex;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.http.Refusal;
import org.voorwerp.server.storage.Area;
import org.voorwerp.server.storage.Blob;
import org.voorwerp.server.storage.Blobs;

/// Takes prediction files in. While the bytes arrive they are digested, decompressed, checked and written to disk, once
/// through; a file that is right is synced and then committed with its place in the quota and in the queue.
@ApplicationScoped
public class Intake {

    private static final int LONGEST_NOTE = 500;

    /// So much may be read of any file: its reader has better words for what is wrong than its size.
    private static final long HARMLESS = 1 << 22;

    private final Blobs blobs;
    private final TestSubjects subjects;
    private final Acceptance acceptance;
    private final IdempotencyKeys keys;
    private final SubmissionConfig config;
    private final MeterRegistry metrics;
    private final Semaphore turns;

    Intake(
            Blobs blobs,
            TestSubjects subjects,
            Acceptance acceptance,
            IdempotencyKeys keys,
            SubmissionConfig config,
            MeterRegistry metrics) {
        this.blobs = blobs;
        this.subjects = subjects;
        this.acceptance = acceptance;
        this.keys = keys;
        this.config = config;
        this.metrics = metrics;
        this.turns = new Semaphore(config.parallelUploads(), true);
    }

    /// A file that was received: on disk, not yet a submission.
    record Stored(
            Blob blob, @Nullable String fileName, @Nullable String note) {}

    /// Takes a participant's file. When this returns, the submission survives a crash.
    ///
    /// @throws Refusal saying why it was not taken; then it cost no quota and nothing of it is left
    public Receipt take(Challenge challenge, Caller caller, Upload upload) {
        var text = IdempotencyKeys.parse(upload.idempotencyKey());
        var key = text == null ? null : new IdempotencyKeys.Key(caller.account(), challenge.id, text);
        try {
            acceptance.requireOpen(challenge, caller, key);
            var claim = keys.claim(key);
            try {
                return counted(acceptance.accept(challenge, caller, store(challenge, upload), key));
            } finally {
                claim.run();
            }
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
        return acceptance.acceptBaseline(challenge, name, store(challenge, Upload.ofFile(csv)));
    }

    private Receipt counted(Receipt receipt) {
        if (!receipt.replayed()) {
            metrics.counter("voorwerp.submissions.accepted").increment();
        }
        return receipt;
    }

    private Stored store(Challenge challenge, Upload upload) {
        awaitTurn(config.uploadWait());
        try {
            return read(challenge, upload);
        } catch (IOException e) {
            throw Unavailable.isDiskFull(e) ? Unavailable.diskFull() : new UncheckedIOException(e);
        } finally {
            turns.release();
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

    private Stored read(Challenge challenge, Upload upload) throws IOException {
        var kind = challenge.definition.taskKind();
        var expected = subjects.of(challenge);
        try (var body = new UploadBody(upload, limit(expected, kind.columns().size()));
                var incoming = blobs.incoming(Area.SUBMISSIONS)) {
            var file = new KeepingInput(body.file(), incoming);
            var reading = PredictionFile.read(file, kind, expected, challenge.definition.idColumn());
            if (reading instanceof PredictionFile.Rejected rejected) {
                if (body.announcesDigest()) {
                    // A file damaged on its way is not its author's mistake.
                    body.finish();
                }
                throw new InvalidPredictions(rejected.findings(), rejected.count());
            }
            body.finish();
            var note = checked(body.note());
            return new Stored(incoming.keep(), body.fileName(), note);
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
