package io.streamfleet.core.spec;

import io.streamfleet.core.shape.ByCloud;

/** How one cloud names the zone and writes the record. */
@ByCloud
public sealed interface DnsOnCloud permits AwsDns, GoogleDns, AzureDns {}
