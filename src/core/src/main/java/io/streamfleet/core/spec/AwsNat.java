package io.streamfleet.core.spec;

import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Key;

/** NAT gateways of a new VPC. */
public enum AwsNat {
    @Doc("One a zone: the loss of a zone leaves the others connected.")
    @Key("perZone")
    PER_ZONE,
    @Doc("One for all zones: cheaper, but its zone's loss cuts every server off.")
    ONE,
    @Doc("None: private servers reach out by nothing of ours.")
    NONE
}
