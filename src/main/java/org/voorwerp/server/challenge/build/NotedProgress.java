package org.voorwerp.server.challenge.build;

import java.util.UUID;
import org.voorwerp.server.challenge.build.source.Progress;

/// Notes the progress of a build in the database, not oftener than people look.
final class NotedProgress implements Progress {

    private static final long PAUSE = 300_000_000;

    private final PackBuilds builds;
    private final UUID build;
    private String step = "";
    private long noted;

    NotedProgress(PackBuilds builds, UUID build) {
        this.builds = builds;
        this.build = build;
    }

    @Override
    public void at(String next, double share) {
        long now = System.nanoTime();
        if (!next.equals(step) || now - noted > PAUSE) {
            step = next;
            noted = now;
            builds.note(build, next, share);
        }
    }
}
