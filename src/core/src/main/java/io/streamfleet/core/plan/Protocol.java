package io.streamfleet.core.plan;

/** Protocols of a flow. */
public enum Protocol {
    TCP,
    UDP,
    /** Every protocol, on every port. */
    ANY
}
