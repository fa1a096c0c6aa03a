package org.bellwether.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminGateTest {

    private static final SecurityIdentity NOBODY =
            QuarkusSecurityIdentity.builder().setAnonymous(true).build();
    private static final SecurityIdentity ADMIN = QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal("admin"))
            .addRole("admin")
            .build();
    private static final SecurityIdentity READER = QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal("reader"))
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void isClosedToEverybodyWhileNoPasswordIsConfigured(String password) {
        assertThat(refused(NOBODY, password).getStatusCode()).isEqualTo(403);
        assertThat(refused(ADMIN, password).getDetail()).contains("BELLWETHER_ADMIN_PASSWORD");
    }

    @Test
    void asksWhoeverIsNotLoggedInToDoSo() {
        HttpProblem problem = refused(NOBODY, "secret");

        assertThat(problem.getStatusCode()).isEqualTo(401);
        assertThat(problem.getHeaders()).containsKey("WWW-Authenticate");
    }

    @Test
    void letsTheAdminThroughAndNobodyElse() {
        assertThat(gate(ADMIN, "secret").admit()).isEqualTo("admin");
        assertThat(refused(READER, "secret").getStatusCode()).isEqualTo(403);
    }

    private static HttpProblem refused(SecurityIdentity who, String password) {
        return assertThatExceptionOfType(HttpProblem.class)
                .isThrownBy(() -> gate(who, password).admit())
                .actual();
    }

    private static AdminGate gate(SecurityIdentity who, String password) {
        return new AdminGate(who, () -> Optional.of(password));
    }
}
