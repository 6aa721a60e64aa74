package org.voorwerp.consensus.open;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.voorwerp.scoring.Parameters;

/// Makes one answer a subject of many open ones.
public sealed interface OpenReducer permits Rover, Middle {

    /// The word for it in challenge.yaml.
    String word();

    /// Every parameter with its value, defaults too.
    Map<String, Object> parameters();

    /// The reducer of that name.
    ///
    /// @param given its parameters; those left out have their defaults
    /// @throws IllegalArgumentException saying what is wrong and what there is instead
    static OpenReducer of(String name, Map<String, ?> given) {
        if (name.equals(Rover.NAME)) {
            return Rover.of(Parameters.of(Rover.PARAMETERS, given));
        }
        for (var middle : Middle.values()) {
            if (middle.word().equals(name)) {
                Parameters.of(List.of(), given);
                return middle;
            }
        }
        throw new IllegalArgumentException(
                "texts and numbers have no reducer " + name + "; there are " + String.join(", ", names()));
    }

    /// The names of all.
    static List<String> names() {
        return Stream.concat(Stream.of(Rover.NAME), Stream.of(Middle.values()).map(Middle::word))
                .toList();
    }

    /// Whether there is one of that name.
    static boolean exists(String name) {
        return names().contains(name);
    }
}
