package org.voorwerp.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.ProtectionDomain;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/// The clock of packaged servers, set by a test: they run with an agent that has the one place where they ask the
/// system for the time ask a file instead. So what ships need know nothing of it.
public final class ServerClock {

    private final Path folder;

    private ServerClock(Path folder) {
        this.folder = folder;
    }

    /// A clock that goes right until it is set, kept in a folder of the test's.
    static ServerClock in(Path folder) throws IOException {
        var clock = new ServerClock(Files.createDirectories(folder));
        clock.set(Instant.now());
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", Agent.class.getName());
        try (var jar = new JarOutputStream(Files.newOutputStream(clock.jar()), manifest)) {
            for (var type : new Class<?>[] {Agent.class, FromFile.class}) {
                add(jar, type.getName().replace('.', '/') + ".class");
            }
        }
        return clock;
    }

    private static void add(JarOutputStream jar, String name) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        try (var in = Objects.requireNonNull(ServerClock.class.getClassLoader().getResourceAsStream(name))) {
            in.transferTo(jar);
        }
        jar.closeEntry();
    }

    /// The option by which a server goes by this clock.
    String option() {
        return "-javaagent:" + jar() + "=" + ahead();
    }

    /// From now on it is that late, for all servers at once, and time goes on from there.
    void set(Instant now) throws IOException {
        var next = folder.resolve("next");
        Files.writeString(next, Duration.between(Instant.now(), now).toString());
        Files.move(next, ahead(), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path jar() {
        return folder.resolve("clock.jar");
    }

    private Path ahead() {
        return folder.resolve("ahead");
    }

    /// What the servers ask. Alone in its jar, with the agent: it may need nothing of the tests.
    public static final class FromFile extends Clock {

        private final Path ahead;

        private FromFile(Path ahead) {
            this.ahead = ahead;
        }

        /// Called in place of [Clock#systemUTC()].
        public static Clock systemUTC() {
            return new FromFile(Path.of(System.getProperty(Agent.AHEAD)));
        }

        @Override
        public Instant instant() {
            try {
                return Instant.now().plus(Duration.parse(Files.readString(ahead)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    /// Puts that clock where the server makes its own.
    public static final class Agent implements ClassFileTransformer {

        private static final String AHEAD = "voorwerp.test.clock";
        private static final String CLOCKS = "org/voorwerp/server/http/Clocks";
        private static final ClassDesc SYSTEMS = ClassDesc.of("java.time.Clock");

        private Agent() {}

        public static void premain(String ahead, Instrumentation instrumentation) {
            System.setProperty(AHEAD, ahead);
            instrumentation.addTransformer(new Agent());
        }

        @Override
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                @Nullable String name,
                @Nullable Class<?> old,
                @Nullable ProtectionDomain domain,
                byte[] bytes) {
            return CLOCKS.equals(name) ? withOurClock(bytes) : null;
        }

        private static byte[] withOurClock(byte[] bytes) {
            var classes = ClassFile.of();
            return classes.transformClass(
                    classes.parse(bytes), ClassTransform.transformingMethodBodies((code, element) -> {
                        if (element instanceof InvokeInstruction call
                                && call.name().equalsString("systemUTC")) {
                            code.invokestatic(
                                    ClassDesc.of("org.voorwerp.server.ServerClock$FromFile"),
                                    "systemUTC",
                                    MethodTypeDesc.of(SYSTEMS));
                        } else {
                            code.with(element);
                        }
                    }));
        }
    }
}
