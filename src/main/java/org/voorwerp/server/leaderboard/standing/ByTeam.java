package org.voorwerp.server.leaderboard.standing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something of each team. It never changes: with another value for one team there is another, which shares all but
/// one of its parts with this one, so that a change costs the same for 50,000 teams as for a few.
final class ByTeam<V> {

    /// A power of two.
    private static final int PARTS = 1024;

    private final Map<UUID, V>[] parts;

    private ByTeam(Map<UUID, V>[] parts) {
        this.parts = parts;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // There are no generic arrays.
    private static <V> ByTeam<V> none() {
        Map<UUID, V>[] parts = new Map[PARTS];
        Arrays.fill(parts, Map.of());
        return new ByTeam<>(parts);
    }

    static <V> ByTeam<V> of(Map<UUID, V> values) {
        ByTeam<V> all = none();
        values.forEach((team, value) -> {
            int part = part(team);
            if (all.parts[part].isEmpty()) {
                all.parts[part] = new HashMap<>();
            }
            all.parts[part].put(team, value);
        });
        return all;
    }

    @Nullable
    V get(UUID team) {
        return parts[part(team)].get(team);
    }

    /// @param value null where the team has none any more
    ByTeam<V> with(UUID team, @Nullable V value) {
        int part = part(team);
        var changed = new HashMap<>(parts[part]);
        if (value == null) {
            changed.remove(team);
        } else {
            changed.put(team, value);
        }
        var others = parts.clone();
        others[part] = changed;
        return new ByTeam<>(others);
    }

    private static int part(UUID team) {
        int hash = team.hashCode();
        return (hash ^ hash >>> 16) & PARTS - 1;
    }
}
