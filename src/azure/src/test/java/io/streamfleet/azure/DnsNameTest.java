package io.streamfleet.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.terraform.Synth;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DnsNameTest {
    private static DnsNamePropsBuilder name() {
        return DnsNameProps.builder()
                .domain("live.eu.example.com")
                .zone("example.com")
                .resourceGroup("dns")
                .addressId("addresses/live");
    }

    @Test
    void dnsName_usual_leadsToTheAddressOfFiveMinutes() {
        assertThat(AzureSynth.of(stack -> new DnsName(stack, "DnsName", name().build()))
                        .only("azurerm_dns_a_record"))
                .isEqualTo(Synth.json("""
                        {"name": "live.eu", "zone_name": "example.com", "resource_group_name": "dns", "ttl": 300,
                         "target_resource_id": "addresses/live"}"""));
    }

    @Test
    void dnsName_topOfTheZone_isAt() {
        assertThat(AzureSynth.of(stack -> new DnsName(
                                stack,
                                "DnsName",
                                name().domain("example.com")
                                        .ttl(Duration.ofMinutes(1))
                                        .build()))
                        .only("azurerm_dns_a_record")
                        .get("name")
                        .asText())
                .isEqualTo("@");
    }

    @Test
    void fails_recordThatCannotBe() {
        assertThatThrownBy(() -> name().zone("example.org")
                        .ttl(Duration.ZERO)
                        .addressId(null)
                        .build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("addressId: must be given\n"
                        + "domain: got live.eu.example.com, must be a name in the zone; give the zone that holds it\n"
                        + "ttl: got 0s, must be 1s to 7d");
    }
}
