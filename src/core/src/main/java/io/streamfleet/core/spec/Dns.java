package io.streamfleet.core.spec;

import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Example;
import io.streamfleet.core.shape.Inline;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.value.Texts;

/** The zone in which the domain's record is made. */
public record Dns(
        @Doc("Name of the zone that holds the domain.")
        @Matches(value = Texts.HOST, is = Texts.HOST_IS)
        @Example("example.com")
        String zone,

        @Inline DnsOnCloud onCloud) {
    public Dns {
        new Check(Dns.class, zone, onCloud).orThrow();
    }
}
