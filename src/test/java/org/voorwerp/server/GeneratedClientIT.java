package org.voorwerp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A client that openapi-generator makes of the API's description compiles and works. Runs with the Maven profile
/// `generated-client`, which fetches the generator.
class GeneratedClientIT {

    private static final String GENERATOR = System.getProperty("voorwerp.openapi-generator", "");

    @TempDir
    Path folder;

    @Test
    void aGeneratedClientListsFetchesAndSubmits() throws Exception {
        assumeTrue(!GENERATOR.isEmpty(), "skipped: the profile generated-client is not on");
        generate();
        try (var server = PackagedServer.start(folder.resolve("data"));
                var loader = new URLClassLoader(new URL[] {compile().toUri().toURL()})) {
            var api = new ApiClient(server.address(), server.organiserToken());
            api.post("/api/challenges/galaxy-mergers/terms/acceptance", "application/json", BodyPublishers.noBody());
            var client = loader.loadClass("client.ApiClient").getConstructor().newInstance();
            call(client, "updateBaseUri", server.address());
            Consumer<HttpRequest.Builder> signed = request ->
                    request.header("Authorization", "Bearer " + api.token()).header("Prefer", "wait=30");
            call(client, "setRequestInterceptor", signed);

            var challenges = (Collection<?>) call(of(loader, "Challenges", client), "getChallenges");
            assertTrue(challenges.toString().contains("papyri-characters"), challenges::toString);
            var files = (Collection<?>) call(of(loader, "Data", client), "getChallengesFiles", "galaxy-mergers", null);
            assertTrue(files.toString().contains("sample_submission.csv"), files::toString);
            var sample = (File) call(
                    of(loader, "Data", client), "getChallengesFilesByName", "galaxy-mergers", "sample_submission.csv");
            var submission = call(
                    of(loader, "Submissions", client),
                    "postChallengesSubmissions",
                    "galaxy-mergers",
                    Files.readString(sample.toPath()),
                    "by a generated client",
                    null);
            assertEquals("scored", call(submission, "getState"), submission::toString);
            var again = call(of(loader, "Submissions", client), "getSubmissionsById", call(submission, "getId"));
            assertEquals(call(submission, "getScores"), call(again, "getScores"));
        }
    }

    private void generate() throws Exception {
        var generated = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        GENERATOR,
                        "generate",
                        "-i",
                        Path.of("..", "target", "openapi", "openapi.yaml").toString(),
                        "-g",
                        "java",
                        "--library",
                        "native",
                        "-o",
                        folder.resolve("generated").toString(),
                        "--additional-properties=openApiNullable=false,useJakartaEe=true,invokerPackage=client,"
                                + "apiPackage=client.api,modelPackage=client.model")
                .redirectErrorStream(true)
                .start();
        var log = new String(generated.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, generated.waitFor(), log);
        assertFalse(log.contains("Empty operationId"), log);
    }

    private Path compile() throws Exception {
        List<Path> sources;
        try (var found = Files.walk(folder.resolve("generated/src/main/java"))) {
            sources = found.filter(file -> file.toString().endsWith(".java")).toList();
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        var classes = Files.createDirectories(folder.resolve("classes"));
        var said = new StringWriter();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var options = List.of("-nowarn", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
            var task =
                    compiler.getTask(said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources));
            assertTrue(task.call(), said::toString);
        }
        return classes;
    }

    private static Object of(ClassLoader loader, String tag, Object client) throws Exception {
        return loader.loadClass("client.api." + tag + "Api")
                .getConstructor(client.getClass())
                .newInstance(client);
    }

    /// Calls the method of that name which takes so many arguments, or a few more: what is optional is left out as
    /// null.
    private static Object call(Object target, String name, Object... arguments) throws Exception {
        Method method = Arrays.stream(target.getClass().getMethods())
                .filter(m -> m.getName().equals(name) && m.getParameterCount() >= arguments.length)
                .min(Comparator.comparingInt(Method::getParameterCount))
                .orElseThrow(() -> new AssertionError(target.getClass() + " has no " + name + "; it has "
                        + Arrays.stream(target.getClass().getMethods())
                                .map(Method::getName)
                                .distinct()
                                .toList()));
        return method.invoke(target, Arrays.copyOf(arguments, method.getParameterCount()));
    }
}
