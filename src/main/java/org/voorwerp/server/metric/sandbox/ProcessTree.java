package org.voorwerp.server.metric.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What a process and all its descendants use, as Linux tells in /proc.
///
/// @param processes how many processes and threads
/// @param memory bytes of anonymous and shared memory; what processes share counts in each
record ProcessTree(long processes, long memory) {

    static ProcessTree of(ProcessHandle root) {
        long processes = 0;
        long memory = 0;
        for (var process : Stream.concat(Stream.of(root), root.descendants()).toList()) {
            for (var line : lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
                if (line.startsWith("RssAnon:") || line.startsWith("RssShmem:")) {
                    memory += kibibytes(line) << 10;
                } else if (line.startsWith("Threads:")) {
                    processes += kibibytes(line);
                }
            }
        }
        return new ProcessTree(processes, memory);
    }

    /// The share of the machine's memory that is to be had, from 0 to 1; 1 where it is not known.
    static double memoryLeft() {
        double total = 0;
        double available = 0;
        for (var line : lines(Path.of("/proc/meminfo"))) {
            if (line.startsWith("MemTotal:")) {
                total = kibibytes(line);
            } else if (line.startsWith("MemAvailable:")) {
                available = kibibytes(line);
            }
        }
        return total > 0 ? available / total : 1;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            // The process has ended meanwhile, or this is not Linux.
            return List.of();
        }
    }

    private static long kibibytes(String line) {
        return Long.parseLong(line.replaceAll("[^0-9]", ""));
    }
}
