package org.voorwerp.server.challenge.build;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// A server is ready once the packs shipped with it are published: until then it answers, but its list of challenges
/// is short.
@Readiness
@ApplicationScoped
class PacksReadiness implements HealthCheck {

    private final ShippedPacks packs;

    PacksReadiness(ShippedPacks packs) {
        this.packs = packs;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("packs").status(packs.done()).build();
    }
}
