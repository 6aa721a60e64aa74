package org.voorwerp.server.challenge.build.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.voorwerp.consensus.attribute.InformationGain;
import org.voorwerp.server.challenge.build.source.IdKey;
import org.voorwerp.server.challenge.build.source.PackTables;
import org.voorwerp.server.challenge.pack.FolderPack;
import org.voorwerp.server.challenge.pack.PackReader;
import org.voorwerp.server.metric.catalogue.Catalogue;

class AttributesTest {

    /// Those that the case study of 2010 found.
    private static final Set<String> FOUND = Set.of("lnLExp_g", "texture_g", "lnLDeV_g", "petroMag_gr", "isoAGrad_u*z");

    @Test
    void onGalaxyMergersTheFiveOfTheStudyAreFound() throws IOException {
        var catalogue = Catalogue.withoutServer();
        var pack = new FolderPack(Path.of("..", "target", "challenges", "galaxy-mergers"), null);
        var definition = assertInstanceOf(PackReader.Accepted.class, new PackReader(catalogue.metrics()).read(pack))
                .definition();
        var tables = PackTables.read(pack, definition, catalogue, new IdKey(new byte[32], true), (step, share) -> {});

        var analysis = Objects.requireNonNull(Attributes.of(definition, tables.known(), tables.subjects()));

        assertEquals(1_013, analysis.combinations().ran());
        assertEquals(
                FOUND,
                first(analysis.gains().stream().map(InformationGain::attribute).toList()));
        assertEquals(
                FOUND,
                first(analysis.combinations().single().stream()
                        .map(alone -> alone.attributes().getFirst())
                        .toList()));
    }

    private static Set<String> first(List<String> ranked) {
        return new HashSet<>(ranked.subList(0, FOUND.size()));
    }
}
