package io.streamfleet.core.spec;

import io.streamfleet.core.shape.ByCloud;

/** What one cloud adds to the nodes. */
@ByCloud
public sealed interface NodesOnCloud permits AwsNodes, GoogleNodes, AzureNodes {}
