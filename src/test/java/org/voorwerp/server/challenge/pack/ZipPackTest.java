package org.voorwerp.server.challenge.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.voorwerp.server.challenge.pack.Zips.Attack;

class ZipPackTest {

    private static final PackLimits LIMITS = new PackLimits(1 << 30, 1000, 1 << 30);

    @TempDir
    Path folder;

    static List<Attack> attacks() {
        return Zips.attacks();
    }

    private ZipPack open(byte[] zip, PackLimits limits) throws IOException {
        return ZipPack.open(Files.write(folder.resolve("pack.zip"), zip), limits);
    }

    private static void assertSaid(String expected, PackRefused refused) {
        assertTrue(
                String.valueOf(refused.getMessage()).startsWith("The pack cannot be built: " + expected),
                () -> "expected " + expected + " in " + refused.getMessage());
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void attacksAreRefusedByName(Attack attack) {
        var refused = assertThrows(PackRefused.class, () -> {
            try (var pack = open(attack.zip(), LIMITS)) {
                pack.verify();
            }
        });
        assertSaid(attack.finding(), refused);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void unpackingAnAttackLeavesTheFolder(Attack attack) throws IOException {
        var inside = Files.createDirectories(folder.resolve("a/b/unpacked"));
        assertThrows(PackRefused.class, () -> {
            try (var pack = open(attack.zip(), LIMITS)) {
                pack.unpack(inside);
            }
        });
        try (var outside = Files.list(folder.resolve("a/b"))) {
            assertEquals(List.of(inside), outside.toList());
        }
    }

    @Test
    void aGoodPackUnpacks() throws IOException {
        var pack = new MemoryPack();
        try (var zip = open(Zips.of(pack), LIMITS)) {
            zip.verify();
            zip.unpack(folder.resolve("unpacked"));
        }
        for (var file : pack.files().entrySet()) {
            assertArrayEquals(
                    file.getValue(),
                    Files.readAllBytes(folder.resolve("unpacked").resolve(file.getKey())));
        }
    }

    @Test
    void aSingleFolderAroundItIsTaken() throws IOException {
        var zip = Zips.of(new MemoryPack(), "my-pack/", more -> more.add("__MACOSX/my-pack/._x", new byte[] {1}));
        try (var pack = open(zip, LIMITS)) {
            pack.verify();
            pack.unpack(folder.resolve("unpacked"));
        }
        assertTrue(Files.exists(folder.resolve("unpacked/data/votes.csv")));
    }

    @Test
    void tooManyEntriesAreRefused() {
        var refused = assertThrows(
                PackRefused.class, () -> open(Zips.of(new MemoryPack()), new PackLimits(1 << 30, 3, 1 << 30)));
        assertSaid("the archive: it has more than 3 entries", refused);
    }

    @Test
    void tooManyBytesAreRefused() {
        var refused = assertThrows(
                PackRefused.class, () -> open(Zips.of(new MemoryPack()), new PackLimits(1 << 30, 1000, 100)));
        assertSaid("the archive: it unpacks to more than 0 MiB", refused);
    }
}
