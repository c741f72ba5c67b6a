package io.streamfleet.core.spec;

import io.streamfleet.core.shape.ByCloud;

/** What one cloud must know of a database that exists. */
@ByCloud
public sealed interface ExistingDatabaseOnCloud
        permits AwsExistingDatabase, GoogleExistingDatabase, AzureExistingDatabase {}
