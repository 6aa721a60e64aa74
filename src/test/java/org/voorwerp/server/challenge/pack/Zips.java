package org.voorwerp.server.challenge.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/// Archives that tests make up, good ones and attacks.
public final class Zips {

    private Zips() {}

    /// An archive that must be refused.
    ///
    /// @param finding how what is said of it begins
    public record Attack(String name, byte[] zip, String finding) {
        @Override
        public String toString() {
            return name;
        }
    }

    public static byte[] of(MemoryPack pack) {
        return of(pack, "", zip -> {});
    }

    /// @param folder in which everything lies, or the empty text
    public static byte[] of(MemoryPack pack, String folder, Consumer<Zips.Writer> more) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(bytes)) {
            var writer = new Writer(zip);
            pack.files().forEach((name, content) -> writer.add(folder + name, content));
            more.accept(writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// Adds entries.
    public record Writer(ZipArchiveOutputStream zip) {
        public void add(String name, byte[] content) {
            add(name, content, entry -> {});
        }

        void add(String name, byte[] content, Consumer<ZipArchiveEntry> prepare) {
            try {
                var entry = new ZipArchiveEntry(name);
                prepare.accept(entry);
                zip.putArchiveEntry(entry);
                zip.write(content);
                zip.closeArchiveEntry();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// A good pack with one entry more, which is none.
    private static Attack entry(String name, String entry, String finding) {
        return new Attack(name, of(new MemoryPack(), "", zip -> zip.add(entry, new byte[] {1})), finding);
    }

    public static List<Attack> attacks() {
        var attacks = new ArrayList<Attack>();
        attacks.add(new Attack("no zip", "hello".getBytes(StandardCharsets.UTF_8), "the archive: this is no zip"));
        attacks.add(new Attack("nothing", new byte[0], "the archive: this is no zip"));
        attacks.add(entry("..", "../evil.csv", "../evil.csv: its name leads out of the pack"));
        attacks.add(entry(".. inside", "data/../../evil.csv", "data/../../evil.csv: its name leads out of the pack"));
        attacks.add(entry("absolute", "/etc/passwd", "/etc/passwd: its name leads out of the pack"));
        attacks.add(entry("drive", "C:/evil.csv", "C:/evil.csv: its name leads out of the pack"));
        attacks.add(entry("NUL", "data/x\0.csv", "data/x\\u0000.csv: its name has a control character"));
        attacks.add(entry("deep", "a/".repeat(20) + "x", "a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/…: it lies more"));
        attacks.add(entry("long", "x".repeat(400), "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…: its name is longer"));
        attacks.add(entry("twice", "data/votes.csv", "data/votes.csv: it stands in the archive twice"));
        attacks.add(entry("case", "data/Votes.csv", "data/Votes.csv: its name differs from \"data/votes.csv\" in"));
        attacks.add(entry("file and folder", "overview.md/x", "overview.md: it is a file and a folder at once"));
        attacks.add(new Attack(
                "backslash",
                withBackslash(of(new MemoryPack(), "", zip -> zip.add("..#evil.csv", new byte[] {1}))),
                "../evil.csv: its name has a backslash"));
        attacks.add(new Attack(
                "symlink",
                of(
                        new MemoryPack(),
                        "",
                        zip -> zip.add(
                                "data/link.csv",
                                "/etc/passwd".getBytes(StandardCharsets.UTF_8),
                                entry -> entry.setUnixMode(0120777))),
                "data/link.csv: it is a symbolic link"));
        attacks.add(new Attack(
                "device",
                of(new MemoryPack(), "", zip -> zip.add("data/dev", new byte[0], e -> e.setUnixMode(0020666))),
                "data/dev: it is neither a file nor a folder"));
        attacks.add(new Attack("bomb", bomb(), "data/bomb.csv: it unpacks to more than 200 times its size"));
        attacks.add(new Attack("lying bomb", shrunk(bomb()), "data/bomb.csv: it is larger than the archive says"));
        attacks.add(new Attack(
                "damaged", damaged(of(new MemoryPack())), "data/votes.csv: it is damaged: its checksum is wrong"));
        attacks.add(new Attack(
                "encrypted", flagged(of(new MemoryPack())), "the archive: it is encrypted; send it without"));
        attacks.add(new Attack(
                "no challenge.yaml",
                of(new MemoryPack().without("challenge.yaml")),
                "the archive: there is no challenge.yaml at its top"));
        attacks.add(new Attack(
                "two folders",
                of(new MemoryPack(), "pack/", zip -> zip.add("other/x", new byte[0])),
                "the archive: there is no challenge.yaml at its top"));
        attacks.add(new Attack(
                "cut off", java.util.Arrays.copyOf(of(new MemoryPack()), 900), "the archive: this is no zip archive"));
        return attacks;
    }

    private static byte[] bomb() {
        return of(new MemoryPack(), "", zip -> {
            zip.zip().setLevel(Deflater.BEST_COMPRESSION);
            zip.add("data/bomb.csv", new byte[8 << 20]);
        });
    }

    private static byte[] withBackslash(byte[] zip) {
        var text = new String(zip, StandardCharsets.ISO_8859_1).replace("..#", "..\\");
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Says in the directory that the bomb has 100 bytes.
    private static byte[] shrunk(byte[] zip) {
        var bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int at = directoryEntry(zip, "data/bomb.csv");
        bytes.putInt(at + 24, 100);
        return zip;
    }

    /// Says in the directory another checksum.
    private static byte[] damaged(byte[] zip) {
        int at = directoryEntry(zip, "data/votes.csv");
        zip[at + 16] ^= 1;
        return zip;
    }

    /// Sets the flag of encryption.
    private static byte[] flagged(byte[] zip) {
        int at = directoryEntry(zip, "challenge.yaml");
        zip[at + 8] |= 1;
        return zip;
    }

    private static int directoryEntry(byte[] zip, String name) {
        var text = new String(zip, StandardCharsets.ISO_8859_1);
        return text.lastIndexOf("PK\1\2", text.lastIndexOf(name));
    }
}
