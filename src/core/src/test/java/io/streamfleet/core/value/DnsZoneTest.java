package io.streamfleet.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DnsZoneTest {
    private final DnsZone zone = new DnsZone("example.com");

    @Test
    void holds_ownNameAndThoseBelow_andNoOther() {
        assertThat(zone.holds("example.com")).isTrue();
        assertThat(zone.holds("live.eu.example.com")).isTrue();
        assertThat(zone.holds("otherexample.com")).isFalse();
        assertThat(zone.holds("com")).isFalse();
    }

    @Test
    void relative_isTheNameWithinTheZone() {
        assertThat(zone.relative("live.eu.example.com")).isEqualTo("live.eu");
        assertThat(zone.relative("example.com")).isEqualTo("@");
        assertThat(zone.isApex("example.com")).isTrue();
        assertThat(zone.isApex("live.example.com")).isFalse();
    }
}
