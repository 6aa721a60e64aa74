package org.voorwerp.server.metric.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The system calls that are refused inside a sandbox, as a filter of Linux (seccomp): those that hold memory which
/// counts for no process, those that reach out of it in spite of the namespaces, and those that scoring has no use for
/// and attacks on Linux have.
final class SystemCalls {

    /// The numbers of a call on both processors.
    private record Call(int amd64, int arm64) {}

    private static final Call SOCKET = new Call(41, 198);

    private static final Map<String, Call> REFUSED = Map.ofEntries(
            // Memory that is nobody's.
            Map.entry("memfd_create", new Call(319, 279)),
            Map.entry("memfd_secret", new Call(447, 447)),
            Map.entry("shmget", new Call(29, 194)),
            Map.entry("msgget", new Call(68, 186)),
            Map.entry("mq_open", new Call(240, 180)),
            Map.entry("add_key", new Call(248, 217)),
            Map.entry("request_key", new Call(249, 218)),
            Map.entry("keyctl", new Call(250, 219)),
            // Into Linux.
            Map.entry("bpf", new Call(321, 280)),
            Map.entry("perf_event_open", new Call(298, 241)),
            Map.entry("userfaultfd", new Call(323, 282)),
            Map.entry("io_uring_setup", new Call(425, 425)),
            Map.entry("ptrace", new Call(101, 117)));

    /// Unix, IPv4, IPv6 and netlink, all of which have namespaces. Others, such as those between a virtual machine and
    /// its
    /// host, have none.
    private static final List<Integer> FAMILIES = List.of(1, 2, 10, 16);

    private static final int AMD64 = 0xC000003E;
    private static final int ARM64 = 0xC00000B7;
    /// From here on amd64 has its calls a second time.
    private static final int SECOND_TABLE = 0x40000000;

    private static final int ALLOW = 0x7FFF0000;
    private static final int NOT_PERMITTED = 0x00050001;

    // Instructions, from linux/bpf_common.h.
    private static final int LOAD = 0x20;
    private static final int IF_EQUAL = 0x15;
    private static final int IF_AT_LEAST = 0x35;
    private static final int RETURN = 0x06;

    // Where struct seccomp_data has what.
    private static final int NUMBER = 0;
    private static final int PROCESSOR = 4;
    private static final int FIRST_ARGUMENT = 16;

    private record Instruction(int code, int ifTrue, int ifFalse, int operand) {}

    private SystemCalls() {}

    /// A file with the filter; nothing on processors whose numbers are not known here.
    static Optional<Path> filter() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> Optional.of(written(program(AMD64)));
            case "aarch64" -> Optional.of(written(program(ARM64)));
            default -> Optional.empty();
        };
    }

    private static List<Instruction> program(int processor) {
        boolean amd64 = processor == AMD64;
        var refused = REFUSED.values().stream()
                .map(call -> amd64 ? call.amd64() : call.arm64())
                .sorted()
                .toList();
        var program = new ArrayList<Instruction>();
        program.add(new Instruction(LOAD, 0, 0, PROCESSOR));
        program.add(new Instruction(IF_EQUAL, 1, 0, processor));
        program.add(new Instruction(RETURN, 0, 0, NOT_PERMITTED));
        program.add(new Instruction(LOAD, 0, 0, NUMBER));
        Stream.concat(
                        Stream.of(new Instruction(IF_AT_LEAST, 0, 1, SECOND_TABLE)),
                        refused.stream().map(number -> new Instruction(IF_EQUAL, 0, 1, number)))
                .forEach(test -> {
                    program.add(test);
                    program.add(new Instruction(RETURN, 0, 0, NOT_PERMITTED));
                });
        program.add(new Instruction(IF_EQUAL, 1, 0, amd64 ? SOCKET.amd64() : SOCKET.arm64()));
        program.add(new Instruction(RETURN, 0, 0, ALLOW));
        program.add(new Instruction(LOAD, 0, 0, FIRST_ARGUMENT));
        for (int family : FAMILIES) {
            program.add(new Instruction(IF_EQUAL, 0, 1, family));
            program.add(new Instruction(RETURN, 0, 0, ALLOW));
        }
        program.add(new Instruction(RETURN, 0, 0, NOT_PERMITTED));
        return program;
    }

    private static Path written(List<Instruction> program) {
        var bytes = ByteBuffer.allocate(8 * program.size()).order(ByteOrder.LITTLE_ENDIAN);
        for (var step : program) {
            bytes.putShort((short) step.code())
                    .put((byte) step.ifTrue())
                    .put((byte) step.ifFalse())
                    .putInt(step.operand());
        }
        try {
            var file = Files.createTempFile("voorwerp-seccomp-", ".bpf");
            file.toFile().deleteOnExit();
            return Files.write(file, bytes.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
