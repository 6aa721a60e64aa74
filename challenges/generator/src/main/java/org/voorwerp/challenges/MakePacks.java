package org.voorwerp.challenges;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.voorwerp.challenges.galaxies.GalaxyPack;
import org.voorwerp.challenges.papyri.PapyriPack;

/// Makes complete packs: copies each folder that holds a `challenge.yaml`, with its pages, and simulates the data of
/// the packs named in [#SIMULATED]. Every build runs it, so it does nothing where the output is up to date ([Stamp]).
///
/// Packs that build from real data get no `data` folder here: the server finds their files in its data folder.
public final class MakePacks {
    private static final Map<String, Data> SIMULATED =
            Map.of("papyri-characters", PapyriPack::write, "galaxy-mergers", GalaxyPack::write);

    private MakePacks() {}

    /// Writes a pack's data files into a folder that exists.
    private interface Data {
        void write(Path folder) throws IOException;
    }

    /// Takes two arguments: the folder of the packs' sources, and the folder to make the packs in.
    public static void main(String... arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("usage: MakePacks <folder of challenges> <folder to make the packs in>");
        }
        System.setProperty("java.awt.headless", "true");
        make(Path.of(arguments[0]), Path.of(arguments[1]));
    }

    /// Makes every pack that is not up to date; returns their slugs.
    static List<String> make(Path challenges, Path output) throws IOException {
        Files.createDirectories(output);
        var packs = packs(challenges);
        removeOthers(output, packs);
        var slugs = packs.stream().map(Path::getFileName).map(Path::toString).toList();
        var made = new ArrayList<String>();
        for (var slug : slugs) {
            var stamp = Stamp.of(challenges.resolve(slug), output.resolve(slug));
            if (!stamp.current()) {
                long start = System.nanoTime();
                stamp.remove();
                makeOne(slug, challenges.resolve(slug), output.resolve(slug));
                stamp.write();
                made.add(slug);
                System.out.printf("Made the pack %s in %.1f s%n", slug, (System.nanoTime() - start) / 1e9);
            }
        }
        return made;
    }

    private static void makeOne(String slug, Path source, Path target) throws IOException {
        delete(target);
        Files.createDirectories(target);
        for (var file : Stamp.sources(source)) {
            Files.copy(file, target.resolve(file.getFileName()));
        }
        var data = SIMULATED.get(slug);
        if (data != null) {
            data.write(Files.createDirectory(target.resolve("data")));
        }
    }

    private static List<Path> packs(Path challenges) throws IOException {
        try (var folders = Files.list(challenges)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("challenge.yaml")))
                    .sorted()
                    .toList();
        }
    }

    /// A pack whose source is gone must not be published any more.
    private static void removeOthers(Path output, List<Path> packs) throws IOException {
        var wanted = packs.stream().map(Path::getFileName).toList();
        try (var folders = Files.list(output)) {
            for (var folder : folders.filter(Files::isDirectory).toList()) {
                if (!wanted.contains(folder.getFileName()) && Files.exists(folder.resolve("challenge.yaml"))) {
                    delete(folder);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var inside = Files.walk(folder)) {
                for (var path : inside.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
