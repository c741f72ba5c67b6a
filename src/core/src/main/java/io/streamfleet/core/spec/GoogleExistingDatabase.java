package io.streamfleet.core.spec;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.shape.On;

/** A database whose own access rules are not the deployment's: an output names the addresses that need it. */
@On(Cloud.GOOGLE)
public record GoogleExistingDatabase() implements ExistingDatabaseOnCloud {}
