package org.voorwerp.server.challenge.build;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.Api;
import org.voorwerp.server.challenge.pack.MemoryPack;

/// Challenges built of packs, for tests of what comes after.
public final class PublishedPack {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static @Nullable String published;

    private PublishedPack() {}

    /// A draft and who owns it.
    public record Draft(Api owner, String slug) {}

    /// The slug of a published challenge, the same for all.
    public static synchronized String slug() {
        if (published == null) {
            var draft = draft();
            draft.owner().post("/api/challenges/" + draft.slug() + "/publish", BodyPublishers.noBody());
            published = draft.slug();
        }
        return published;
    }

    /// Hosts a pack and publishes it.
    public static void publish(Api owner, MemoryPack pack, String slug) {
        Uploads.built(owner, pack);
        owner.post("/api/challenges/" + slug + "/publish", BodyPublishers.noBody());
    }

    /// A new draft.
    public static Draft draft() {
        var slug = "packed-" + NUMBER.incrementAndGet();
        var owner = Api.organiser();
        Uploads.built(owner, new MemoryPack().publishable().replacing("slug: small-mergers", "slug: " + slug));
        return new Draft(owner, slug);
    }
}
