package org.voorwerp.consensus.crowd;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.voorwerp.scoring.Parameters;

/// The models at hand: the built-in ones and those of plug-ins, all found through [ServiceLoader].
public final class CrowdModels {

    /// The model taken where none is named: an opinion pool, which on no crowd seen so far did worse than
    /// plurality.
    public static final String STANDARD = "opinion-pool";

    private final List<CrowdModel> models;

    private CrowdModels(List<CrowdModel> models) {
        this.models = models;
    }

    /// The models that `loader` sees.
    ///
    /// @throws IllegalStateException if two share a name
    public static CrowdModels load(ClassLoader loader) {
        var models = ServiceLoader.load(CrowdModel.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        models.stream().collect(Collectors.groupingBy(CrowdModel::name)).forEach((name, same) -> {
            if (same.size() > 1) {
                throw new IllegalStateException("two crowd models are named " + name);
            }
        });
        return new CrowdModels(models);
    }

    /// Those that the library itself brings.
    public static CrowdModels builtIn() {
        return load(CrowdModels.class.getClassLoader());
    }

    public List<CrowdModel> all() {
        return models;
    }

    /// @throws IllegalArgumentException saying what is wrong and what there is instead
    public ConfiguredModel configure(String name, Map<String, ?> parameters) {
        for (var model : models) {
            if (model.name().equals(name)) {
                return new ConfiguredModel(model, Parameters.of(model.parameters(), parameters));
            }
        }
        throw new IllegalArgumentException("there is no crowd model " + name + "; there are "
                + models.stream().map(CrowdModel::name).sorted().collect(Collectors.joining(", ")));
    }
}
