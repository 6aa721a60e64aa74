package org.voorwerp.challenges.papyri;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.voorwerp.challenges.chance.Chance;
import org.voorwerp.challenges.crowd.Campaign;
import org.voorwerp.challenges.crowd.Classification;
import org.voorwerp.challenges.crowd.ClassificationExport;
import org.voorwerp.challenges.crowd.Crowd;
import org.voorwerp.challenges.crowd.Question;
import org.voorwerp.challenges.crowd.Subject;

/// The data of papyri-characters: `images.zip`, `subjects.csv` and `classifications.csv`.
///
/// No file holds a true letter, except that an expert's gold-standard rows in the export name it for some 180
/// subjects,
/// as they do in a real export.
public final class PapyriPack {
    static final long SEED = 2011;
    private static final CSVFormat SUBJECTS = CSVFormat.DEFAULT
            .builder()
            .setRecordSeparator('\n')
            .setHeader("subject_id", "filename", "fragment", "line")
            .get();

    final List<LetterImage> letters;
    final List<Classification> classifications;

    private PapyriPack(List<LetterImage> letters, List<Classification> classifications) {
        this.letters = letters;
        this.classifications = classifications;
    }

    /// Makes the pack's data in the folder, which exists.
    public static void write(Path folder) throws IOException {
        make().writeTo(folder);
    }

    static PapyriPack make() {
        var letters = Papyri.write(SEED);
        var classifications = Campaign.run(Crowd.of(SEED), question(), subjects(letters), SEED);
        return new PapyriPack(letters, classifications);
    }

    void writeTo(Path folder) throws IOException {
        images(folder.resolve("images.zip"));
        subjects(folder.resolve("subjects.csv"));
        ClassificationExport.write(folder.resolve("classifications.csv"), question(), classifications, SEED);
    }

    static Question question() {
        var all = Arrays.asList(Letter.values());
        return new Question(
                4249,
                "Name the letter",
                14,
                List.of(
                        new Question.Wording(18, "Which letter is this?"),
                        new Question.Wording(23, "Which letter is in the middle?")),
                all.stream().map(Letter::className).toList(),
                all.stream().map(letter -> numbers(letter.lookAlikes())).toList(),
                List.of(
                        numbers(List.of(Letter.ALPHA, Letter.DELTA, Letter.LAMBDA)),
                        numbers(List.of(Letter.OMICRON, Letter.THETA, Letter.EPSILON)),
                        numbers(List.of(Letter.SIGMA, Letter.EPSILON))));
    }

    private static List<Integer> numbers(List<Letter> letters) {
        return letters.stream().map(Letter::ordinal).toList();
    }

    private static List<Subject> subjects(List<LetterImage> letters) {
        var subjects = new ArrayList<Subject>();
        for (var image : letters) {
            var chance = Chance.of(SEED, "subject", image.subjectId());
            var near = image.letter().lookAlikes();
            var metadata = new LinkedHashMap<String, String>();
            metadata.put("Filename", image.filename());
            metadata.put("#fragment", image.fragment());
            metadata.put("//line", Integer.toString(image.line()));
            metadata.put("!side", "recto");
            subjects.add(new Subject(
                    image.subjectId(),
                    image.letter().ordinal(),
                    near.get(chance.below(near.size())).ordinal(),
                    difficulty(image.crop().legibility()),
                    metadata));
        }
        return subjects;
    }

    /// Probability that damage misleads a careful eye: a half at a legibility of 1.35, little above 2.5.
    static double difficulty(double legibility) {
        return 0.95 / (1 + StrictMath.exp((legibility - 1.35) / 0.35));
    }

    private void subjects(Path file) throws IOException {
        try (var writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                var printer = new CSVPrinter(writer, SUBJECTS)) {
            for (var image : letters) {
                printer.printRecord(image.subjectId(), image.filename(), image.fragment(), image.line());
            }
        }
    }

    /// PNG is compressed already, so the zip only stores; names are in order and times fixed, so that its bytes are
    /// too.
    private void images(Path file) throws IOException {
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            zip.setMethod(ZipOutputStream.STORED);
            var ordered = new ArrayList<>(letters);
            ordered.sort(Comparator.comparing(LetterImage::filename));
            for (var image : ordered) {
                var bytes = png(image.crop());
                var checksum = new CRC32();
                checksum.update(bytes);
                var entry = new ZipEntry(image.filename());
                entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
                entry.setSize(bytes.length);
                entry.setCrc(checksum.getValue());
                zip.putNextEntry(entry);
                zip.write(bytes);
                zip.closeEntry();
            }
        }
    }

    static byte[] png(Crop crop) throws IOException {
        var image = new BufferedImage(Crop.SIDE, Crop.SIDE, BufferedImage.TYPE_BYTE_GRAY);
        var buffer = (DataBufferByte) image.getRaster().getDataBuffer();
        System.arraycopy(crop.pixels(), 0, buffer.getData(), 0, crop.pixels().length);
        var bytes = new ByteArrayOutputStream(1200);
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
