package org.voorwerp.server;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/// Sign-in through OpenID Connect has its place, and is off until somebody configures it.
@QuarkusTest
class SignInDefaultTest {

    @Test
    void openIdConnectIsSwitchedOff() {
        assertFalse(ConfigProvider.getConfig().getValue("quarkus.oidc.tenant-enabled", Boolean.class));
    }

    @Test
    void aTokenThatIsNotOursOpensNothing() {
        given().header("Authorization", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJoYW5ueSJ9.")
                .when()
                .get("/api/accounts/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }
}
