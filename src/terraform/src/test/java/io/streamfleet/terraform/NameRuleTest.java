package io.streamfleet.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NameRuleTest {
    private static final NameRule COMPUTE = NameRule.hyphens("compute resource", 1, 63);
    private static final NameRule ACCOUNT = NameRule.hyphens("service account", 6, 30);
    private static final NameRule ROLE = new NameRule("custom role", 3, 64, "_");
    private static final NameRule ALPHANUMERIC = new NameRule("account", 3, 24, "");

    @Test
    void name_fits_isPartsJoined() {
        assertThat(COMPUTE.name("live-prod", "managers", "europe-west1")).isEqualTo("live-prod-managers-europe-west1");
    }

    @Test
    void name_otherSeparator_replacesHyphens() {
        assertThat(ROLE.name("live-prod", "controller")).isEqualTo("live_prod_controller");
        assertThat(ALPHANUMERIC.name("live-prod", "logs")).isEqualTo("liveprodlogs");
    }

    @Test
    void name_tooLong_keepsTheDeploymentAndEndsWithAHash() {
        assertThat(ACCOUNT.name("live-prod", "stream-managers", "europe-west1"))
                .isEqualTo("live-prod-stream-mana-a3b67fd7");
    }

    @Test
    void name_differingBehindTheCut_staysDifferent() {
        assertThat(ACCOUNT.name("live-prod", "stream-managers", "europe-west1"))
                .isNotEqualTo(ACCOUNT.name("live-prod", "stream-managers", "europe-west4"));
    }

    @Test
    void nameOf_otherContent_isAnotherName() {
        assertThat(COMPUTE.nameOf("disk-1", "live", "image"))
                .matches("live-image-[0-9a-f]{8}")
                .isNotEqualTo(COMPUTE.nameOf("disk-2", "live", "image"));
        assertThat(ACCOUNT.nameOf("disk-1", "live-prod", "stream-managers-image"))
                .hasSizeLessThanOrEqualTo(30)
                .isNotEqualTo(ACCOUNT.nameOf("disk-2", "live-prod", "stream-managers-image"));
    }

    @Test
    void fails_name_tooShort() {
        assertThatThrownBy(() -> ACCOUNT.name("live"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("service account 'live': must have at least 6 characters");
    }

    @Test
    void fails_name_badPart() {
        assertThatThrownBy(() -> COMPUTE.name("live", "Stream_Manager"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("compute resource: a part must be small letters, digits and inner hyphens;"
                        + " got 'Stream_Manager'");
        assertThatThrownBy(() -> COMPUTE.name("1live"))
                .hasMessage("compute resource: must begin with a letter; got '1live'");
    }

    @Test
    void fails_name_deploymentLeavesNoRoom() {
        assertThatThrownBy(() -> ACCOUNT.name("a-deployment-with-23-chr", "managers"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "service account 'a-deployment-with-23-chr-managers': 'a-deployment-with-23-chr' leaves no room"
                                + " for a hash within 30 characters; choose one of at most 21");
    }

    @Property
    void name_anyParts_keepsTheRules(
            @ForAll @From("parts") String name,
            @ForAll @From("parts") String role,
            @ForAll @IntRange(min = 34, max = 63) int most) {
        String made = NameRule.hyphens("resource", 1, most).name("n" + name, role);

        assertThat(made).matches("[a-z]([-a-z0-9]*[a-z0-9])?").hasSizeLessThanOrEqualTo(most);
        assertThat(made).startsWith("n" + name);
    }

    @Provide
    Arbitrary<String> parts() {
        return Arbitraries.strings()
                .withChars("ab1-")
                .ofMinLength(1)
                .ofMaxLength(22)
                .filter(part -> part.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?"));
    }
}
