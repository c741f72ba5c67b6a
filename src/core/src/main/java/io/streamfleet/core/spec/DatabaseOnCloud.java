package io.streamfleet.core.spec;

import io.streamfleet.core.shape.ByCloud;

/** What one cloud adds to a database that the deployment creates. */
@ByCloud
public sealed interface DatabaseOnCloud permits AwsDatabase {}
