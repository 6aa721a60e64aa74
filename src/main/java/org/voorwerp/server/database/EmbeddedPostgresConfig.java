package org.voorwerp.server.database;

import io.quarkus.runtime.Application;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/// Gives the datasource a URL where nobody configured one: that of a PostgreSQL started on first asking.
public final class EmbeddedPostgresConfig implements ConfigSourceFactory {

    private static final String URL = "quarkus.datasource.jdbc.url";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        // While the application is being built nothing must start.
        if (Application.currentApplication() == null || value(context, URL).isPresent()) {
            return List.of();
        }
        var folder = value(context, "voorwerp.embedded-postgres.folder");
        var data = value(context, "voorwerp.data-folder").orElse("data");
        return List.of(new UrlSource(folder.orElse(data + "/postgres")));
    }

    private static Optional<String> value(ConfigSourceContext context, String key) {
        return Optional.ofNullable(context.getValue(key))
                .map(ConfigValue::getValue)
                .filter(text -> !text.isBlank());
    }

    private record UrlSource(String folder) implements ConfigSource {

        @Override
        public Set<String> getPropertyNames() {
            return Set.of(URL);
        }

        @Override
        public @Nullable String getValue(String key) {
            return key.equals(URL) ? EmbeddedPostgres.url(folder) : null;
        }

        @Override
        public String getName() {
            return "embedded PostgreSQL";
        }

        @Override
        public int getOrdinal() {
            return 50;
        }
    }
}
