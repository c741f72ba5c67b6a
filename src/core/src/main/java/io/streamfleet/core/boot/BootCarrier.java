package io.streamfleet.core.boot;

import io.streamfleet.core.Violation;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** What carries a boot to a server, with the most that the cloud takes of it. */
public enum BootCarrier {
    /**
     * User data of EC2, read by cloud-init: 16,384 bytes before base64.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html">EC2 user guide</a>
     */
    EC2_USER_DATA("user data", 16_384),

    /**
     * The value of the metadata key {@code startup-script} on Google Cloud, run by the guest agent at every boot: 256 KB
     * a value, 512 KB for all of an instance.
     *
     * @see <a href="https://cloud.google.com/compute/docs/metadata/setting-custom-metadata#limitations">Compute Engine
     *     documentation</a>
     */
    GOOGLE_STARTUP_SCRIPT("start-up script", 262_144),

    /**
     * Custom data of Azure, read by cloud-init: 65,535 bytes before base64.
     *
     * @see <a href="https://learn.microsoft.com/azure/virtual-machines/custom-data">Azure's documentation</a>
     */
    AZURE_CUSTOM_DATA("custom data", 65_535);

    private final String title;
    private final int limitBytes;

    BootCarrier(String title, int limitBytes) {
        this.title = title;
        this.limitBytes = limitBytes;
    }

    /** Returns what users of the cloud call it. */
    public String title() {
        return title;
    }

    /** Returns what is wrong with a text that is more than the cloud takes, before any encoding. */
    public Stream<Violation> violations(String path, String text) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        return bytes <= limitBytes
                ? Stream.empty()
                : Stream.of(Violation.at(path)
                        .given(bytes + " bytes")
                        .allowed("at most " + limitBytes)
                        .todo("move what is large into the image"));
    }

    /** Returns the most bytes the cloud takes, before any encoding. */
    public int limitBytes() {
        return limitBytes;
    }
}
