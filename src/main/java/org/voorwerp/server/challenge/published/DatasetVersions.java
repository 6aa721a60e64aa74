package org.voorwerp.server.challenge.published;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.log.OrganiserLog;
import org.voorwerp.server.challenge.pack.PackConfig;
import org.voorwerp.server.dataset.DatasetFile;
import org.voorwerp.server.dataset.DatasetVersion;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.http.TooLarge;
import org.voorwerp.server.storage.Area;
import org.voorwerp.server.storage.Blob;
import org.voorwerp.server.storage.Blobs;

/// The versions of what a challenge publishes. A file that is corrected or added makes a new one, in which the others
/// stand as they were; the versions before keep all of theirs.
@ApplicationScoped
public class DatasetVersions {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final int LONGEST_TEXT = 1000;
    private static final int MOST_FILES = 100;

    /// What submissions are checked against, and the form to fill in.
    private static final List<String> FIXED = List.of(DatasetFile.TEST, DatasetFile.SAMPLE);

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "csv", "text/csv;charset=UTF-8",
            "json", "application/json",
            "md", "text/markdown;charset=UTF-8",
            "parquet", "application/vnd.apache.parquet",
            "tar", "application/x-tar",
            "txt", "text/plain;charset=UTF-8",
            "zip", "application/zip");

    private final Blobs blobs;
    private final OrganiserLog log;
    private final long mostBytes;
    private final Clock clock;

    DatasetVersions(Blobs blobs, OrganiserLog log, PackConfig config, Clock clock) {
        this.blobs = blobs;
        this.log = log;
        this.mostBytes = config.maxBytes().asLongValue();
        this.clock = clock;
    }

    /// What is new.
    ///
    /// @param name of the file
    /// @param note why there is a new version
    /// @param description what the file holds, one sentence in Markdown; null to keep what is said of it
    public record Change(String name, String note, @Nullable String description) {

        /// @throws Invalid if it cannot be published like that
        public Change {
            if (!NAME.matcher(name).matches()) {
                throw new Invalid(
                        "A file's name has 1 to 100 letters, digits, points, hyphens and underscores, and begins with a"
                                + " letter or digit.");
            }
            if (FIXED.contains(name)) {
                throw new Invalid(name + " cannot be changed: submissions are checked against it.");
            }
            requireText("note", note);
            if (description != null) {
                requireText("description", description);
            }
        }

        private static void requireText(String what, String text) {
            if (text.isBlank() || text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
                throw new Invalid("Give a " + what + " of 1 to " + LONGEST_TEXT + " characters.");
            }
        }
    }

    /// Keeps a file, not published yet.
    ///
    /// @throws TooLarge if it has more bytes than a pack may
    public Blob keep(InputStream content) {
        try (var incoming = blobs.incoming(Area.DATASETS)) {
            var buffer = new byte[1 << 16];
            for (int read; (read = content.read(buffer)) >= 0; ) {
                if (incoming.bytes() + read > mostBytes) {
                    throw new TooLarge("A file may have at most " + (mostBytes >> 20) + " MiB.");
                }
                incoming.write(buffer, 0, read);
            }
            if (incoming.bytes() == 0) {
                throw new Invalid("The body is empty; send the file as the body.");
            }
            return incoming.keep();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Publishes a file in a new version, instead of the one of its name or beside the others. What held the same as
    /// that one in another form is left out. The same file again changes nothing.
    ///
    /// @return the file in the latest version
    @Transactional
    public DatasetFile publish(Challenge challenge, Optional<Caller> by, Change change, Blob blob) {
        challenge.lock();
        var files = DatasetFile.of(challenge.id);
        var before = files.stream()
                .filter(file -> file.name.equals(change.name()))
                .findFirst()
                .orElse(null);
        if (before != null && before.blob.equals(blob.digest())) {
            return before;
        }
        if (before == null && change.description() == null) {
            throw new Invalid("Say what the file holds: ?description=…");
        }
        if (before == null && files.size() >= MOST_FILES) {
            throw new Invalid("A challenge publishes at most " + MOST_FILES + " files.");
        }
        int number = begin(challenge.id, change.note());
        for (var file : files) {
            if (!file.name.equals(change.name()) && !change.name().equals(file.sameAs)) {
                copy(file, number).persist();
            }
        }
        var added = added(challenge.id, number, change, blob, before, files.size());
        added.persistAndFlush();
        log.add(challenge, by, "file published", change.name(), "version " + number + ": " + change.note());
        return added;
    }

    private int begin(UUID challenge, String note) {
        var version = new DatasetVersion();
        version.challengeId = challenge;
        version.version = DatasetVersion.latest(challenge).map(v -> v.version).orElse(0) + 1;
        version.createdAt = clock.instant();
        version.note = note;
        version.persistAndFlush();
        return version.version;
    }

    private static DatasetFile added(
            UUID challenge, int version, Change change, Blob blob, @Nullable DatasetFile before, int position) {
        var file = new DatasetFile();
        file.challengeId = challenge;
        file.version = version;
        file.name = change.name();
        file.position = before == null ? position : before.position;
        file.mediaType = mediaType(change.name());
        file.blob = blob.digest();
        file.bytes = blob.bytes();
        file.description = change.description() == null && before != null
                ? before.description
                : String.valueOf(change.description());
        return file;
    }

    private static DatasetFile copy(DatasetFile file, int version) {
        var copy = new DatasetFile();
        copy.challengeId = file.challengeId;
        copy.version = version;
        copy.name = file.name;
        copy.position = file.position;
        copy.mediaType = file.mediaType;
        copy.blob = file.blob;
        copy.bytes = file.bytes;
        copy.rows = file.rows;
        copy.columns = file.columns;
        copy.description = file.description;
        copy.sameAs = file.sameAs;
        return copy;
    }

    private static String mediaType(String name) {
        var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return MEDIA_TYPES.getOrDefault(extension, "application/octet-stream");
    }
}
