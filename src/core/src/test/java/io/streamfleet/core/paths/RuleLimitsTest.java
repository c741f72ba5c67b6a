package io.streamfleet.core.paths;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.core.Violation;
import io.streamfleet.core.value.Cidr;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleLimitsTest {
    private static final RuleLimits LIMITS = new RuleLimits(2, 3);

    @Test
    void split_ruleOfMoreAddressesThanOneTakes_isSeveral() {
        assertThat(LIMITS.split(List.of(of(3), PathRule.forward("B", 3, "^/b$"))))
                .extracting(PathRule::name)
                .containsExactly("A", "A2", "B");
    }

    @Test
    void violations_asManyAsThereMayBe_none() {
        assertThat(LIMITS.violations(List.of(of(3), PathRule.forward("B", 3, "^/b$"))))
                .isEmpty();
    }

    @Test
    void fails_noneTooManyAndAlike() {
        assertThat(LIMITS.violations(List.of()))
                .containsExactly(Violation.at("rules").allowed("at least one, or nothing is forwarded"));
        assertThat(LIMITS.violations(List.of(of(5), PathRule.forward("B", 4, "^/b$"))))
                .extracting(Violation::message)
                .containsExactly("rules: got 4, must be at most 3");
        assertThat(LIMITS.violations(List.of(of(3), PathRule.forward("B", 2, "^/b$"))))
                .extracting(Violation::message)
                .containsExactly(
                        "rules: got two with one name or priority, must be each with its own name and priority");
    }

    private static PathRule of(int addresses) {
        return PathRule.forward("A", 1, "^/a$")
                .onlyFrom(List.of("1", "2", "3", "4", "5").subList(0, addresses).stream()
                        .map(first -> Cidr.parse(first + ".0.0.0/8"))
                        .toList());
    }
}
