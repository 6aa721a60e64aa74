import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Makes the wheel of the Python client (Binary distribution format 1.0 of the Python packaging specifications) without
/// Python: the same files give the same bytes on every machine. What is said of it stands in pyproject.toml.
final class MakeWheel {

    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Path project;
    private final String settings;

    private MakeWheel(Path project) throws IOException {
        this.project = project;
        this.settings = Files.readString(project.resolve("pyproject.toml"));
    }

    /// @param arguments the folder of pyproject.toml, and the wheel to be made
    public static void main(String... arguments) throws IOException {
        var wheel = Path.of(arguments[1]).toAbsolutePath();
        Files.createDirectories(wheel.getParent());
        try (var out = Files.newOutputStream(wheel)) {
            new MakeWheel(Path.of(arguments[0])).write(out);
        }
    }

    private void write(OutputStream out) throws IOException {
        var info = setting("name") + "-" + setting("version") + ".dist-info/";
        var files = sources();
        files.put(info + "METADATA", bytes(metadata()));
        files.put(info + "WHEEL", bytes("""
                Wheel-Version: 1.0
                Generator: voorwerp
                Root-Is-Purelib: true
                Tag: py3-none-any
                """));
        files.put(info + "entry_points.txt", bytes("[console_scripts]\nvoorwerp = " + setting("voorwerp") + "\n"));
        files.put(info + "RECORD", bytes(record(files) + info + "RECORD,,\n"));
        var zip = new ZipOutputStream(out);
        // Packed bytes may differ from one zlib to the next.
        zip.setMethod(ZipOutputStream.STORED);
        for (var file : files.entrySet()) {
            zip.putNextEntry(entry(file.getKey(), file.getValue()));
            zip.write(file.getValue());
            zip.closeEntry();
        }
        zip.finish();
    }

    /// The package's own files by their name in the wheel.
    private Map<String, byte[]> sources() throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var found = Files.list(project.resolve(setting("name")))) {
            for (var file : found.filter(MakeWheel::isSource).toList()) {
                files.put(setting("name") + "/" + file.getFileName(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static boolean isSource(Path file) {
        return file.toString().endsWith(".py") || file.endsWith("py.typed");
    }

    private String metadata() throws IOException {
        return "Metadata-Version: 2.1\nName: " + setting("name")
                + "\nVersion: " + setting("version")
                + "\nSummary: " + setting("description")
                + "\nLicense: Apache-2.0\nRequires-Python: " + setting("requires-python")
                + "\nDescription-Content-Type: text/markdown\n\n"
                + Files.readString(project.resolve("README.md"));
    }

    private static String record(Map<String, byte[]> files) {
        return files.entrySet().stream()
                .map(file -> file.getKey() + ",sha256=" + digest(file.getValue()) + "," + file.getValue().length + "\n")
                .collect(Collectors.joining());
    }

    private static ZipEntry entry(String name, byte[] content) {
        var checksum = new CRC32();
        checksum.update(content);
        var entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        return entry;
    }

    private String setting(String key) {
        var line = Pattern.compile("(?m)^" + Pattern.quote(key) + " = \"([^\"]+)\"$")
                .matcher(settings);
        if (!line.find()) {
            throw new IllegalStateException("pyproject.toml has no line " + key + " = \"...\"");
        }
        return line.group(1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String digest(byte[] content) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
