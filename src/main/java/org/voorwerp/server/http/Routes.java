package org.voorwerp.server.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All addresses and methods that this server answers, read off the resources. It says what is allowed where something
/// else was asked for, which the framework does not always know.
@ApplicationScoped
public class Routes {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");

    /// An operation.
    ///
    /// @param template e.g. `/api/challenges/{slug}`
    public record Route(String method, String template) {

        boolean matches(String path) {
            var pattern = Arrays.stream(PARAMETER.split(template, -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining("[^/]+"));
            return Pattern.matches(pattern, path);
        }
    }

    private final BeanManager beans;
    private volatile @Nullable List<Route> all;

    Routes(BeanManager beans) {
        this.beans = beans;
    }

    /// All of them.
    public List<Route> all() {
        var known = all;
        if (known == null) {
            known = read();
            all = known;
        }
        return known;
    }

    /// The methods that a path takes, in alphabetical order; none if there is nothing at that path.
    Set<String> allowed(String path) {
        var plain = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        var methods = all().stream()
                .filter(route -> route.matches(plain))
                .map(Route::method)
                .collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return methods;
    }

    private List<Route> read() {
        return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> (Class<?>) bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .flatMap(Routes::routes)
                .sorted((a, b) -> (a.template() + a.method()).compareTo(b.template() + b.method()))
                .toList();
    }

    private static Stream<Route> routes(Class<?> resource) {
        var base = resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getMethods())
                .flatMap(method -> methods(method).map(name -> new Route(name, template(base, method))));
    }

    private static Stream<String> methods(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(found -> found != null)
                .map(HttpMethod::value);
    }

    private static String template(String base, Method method) {
        var own = method.getAnnotation(Path.class);
        var joined = "/" + base + "/" + (own == null ? "" : own.value());
        var single = joined.replaceAll("/+", "/");
        return single.length() > 1 && single.endsWith("/") ? single.substring(0, single.length() - 1) : single;
    }
}
