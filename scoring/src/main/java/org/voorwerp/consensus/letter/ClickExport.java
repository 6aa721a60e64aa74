package org.voorwerp.consensus.letter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.voorwerp.consensus.ConsensusException;
import org.voorwerp.table.Findings;
import org.voorwerp.table.Row;
import org.voorwerp.table.Table;
import org.voorwerp.table.TableException;

/// Reads Ancient Lives' export of clicks, one row a click: `user_id`, `fragment_id`, `transcription_id`, `x`, `y`,
/// `character` and `custom`; other columns are passed over. Where no character of the keyboard was chosen, `custom` has
/// what was typed. Whoever had no account is one volunteer a transcription.
///
/// @param fragments clicks a fragment, by its id
/// @param withoutCharacter rows that name no character, and so are no clicks on a letter
public record ClickExport(SequencedMap<String, List<Click>> fragments, long withoutCharacter) {

    /// @throws ConsensusException naming the first rows that cannot be read
    public static ClickExport read(Path file) throws IOException {
        try (var table = Table.open(file)) {
            return new Reading(table).read();
        } catch (TableException e) {
            throw new ConsensusException(e.finding());
        }
    }

    private static final class Reading {
        private final Table table;
        private final int user;
        private final int transcription;
        private final int fragment;
        private final int x;
        private final int y;
        private final int character;
        private final int custom;
        private final Findings findings = new Findings();
        private final SequencedMap<String, List<Click>> fragments = new TreeMap<>();
        /// Volunteers and characters are few, and each is kept once.
        private final Map<String, String> words = new HashMap<>();

        private long withoutCharacter;

        Reading(Table table) {
            this.table = table;
            this.user = table.column("user_id");
            this.transcription = table.column("transcription_id");
            this.fragment = table.column("fragment_id");
            this.x = table.column("x");
            this.y = table.column("y");
            this.character = table.column("character");
            this.custom = table.has("custom") ? table.column("custom") : character;
        }

        ClickExport read() {
            for (var row : table) {
                try {
                    take(row);
                } catch (TableException e) {
                    findings.add(e.finding());
                }
            }
            if (!findings.isEmpty()) {
                throw new ConsensusException(findings.list(), findings.count());
            }
            return new ClickExport(fragments, withoutCharacter);
        }

        private void take(Row row) {
            var chosen = row.get(character).isBlank() ? row.get(custom).strip() : row.get(character).strip();
            if (row.get(fragment).isBlank()) {
                throw row.problem(fragment, "the click is on no fragment");
            }
            if (chosen.isEmpty()) {
                withoutCharacter++;
                return;
            }
            var who = row.get(user).isBlank()
                    ? "transcription:" + row.get(transcription).strip()
                    : "user:" + row.get(user).strip();
            fragments
                    .computeIfAbsent(row.get(fragment).strip(), _ -> new ArrayList<>())
                    .add(new Click(word(who), row.number(x), row.number(y), word(chosen)));
        }

        private String word(String word) {
            return words.computeIfAbsent(word, same -> same);
        }
    }
}
