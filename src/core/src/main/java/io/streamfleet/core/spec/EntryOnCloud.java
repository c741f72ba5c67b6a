package io.streamfleet.core.spec;

import io.streamfleet.core.shape.ByCloud;
import java.time.Duration;

/** What one cloud adds to the entry. */
@ByCloud
public sealed interface EntryOnCloud permits AwsEntry, GoogleEntry, AzureEntry {
    /** Returns how long a session may last, or be idle, as the cloud counts it. */
    Duration sessionTimeout();
}
