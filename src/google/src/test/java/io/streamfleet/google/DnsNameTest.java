package io.streamfleet.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.terraform.Synth;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DnsNameTest {
    private static DnsNamePropsBuilder name() {
        return DnsNameProps.builder()
                .domain("live.example.com")
                .zone("example.com")
                .managedZone("example-zone")
                .address("198.51.100.7");
    }

    @Test
    void dnsName_usual_isAnARecordOfFiveMinutes() {
        assertThat(GoogleSynth.of(stack -> new DnsName(stack, "DnsName", name().build()))
                        .only("google_dns_record_set"))
                .isEqualTo(Synth.json("""
                        {"name": "live.example.com.", "managed_zone": "example-zone", "type": "A", "ttl": 300,
                         "rrdatas": ["198.51.100.7"]}"""));
    }

    @Test
    void dnsName_zoneOfAnotherProject_isFoundThere() {
        assertThat(GoogleSynth.of(stack -> new DnsName(
                                stack,
                                "DnsName",
                                name().project("dns-project")
                                        .ttl(Duration.ofMinutes(1))
                                        .build()))
                        .only("google_dns_record_set"))
                .isEqualTo(Synth.json("""
                        {"name": "live.example.com.", "managed_zone": "example-zone", "project": "dns-project",
                         "type": "A", "ttl": 60, "rrdatas": ["198.51.100.7"]}"""));
    }

    @Test
    void fails_recordThatCannotBe() {
        assertThatThrownBy(() -> name().zone("example.org")
                        .managedZone("Zone")
                        .ttl(Duration.ofDays(8))
                        .address(null)
                        .build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("address: must be given\n"
                        + "domain: got live.example.com, must be a name in the zone; give the zone that holds it\n"
                        + "managedZone: got Zone, must be " + GoogleTexts.NAME_IS + "\n"
                        + "ttl: got 8d, must be 0s to 7d");
    }
}
