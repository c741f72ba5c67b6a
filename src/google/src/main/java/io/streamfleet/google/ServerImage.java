package io.streamfleet.google;

import com.hashicorp.cdktf.providers.google.compute_image.ComputeImage;
import io.streamfleet.core.spec.GoogleImage;
import io.streamfleet.terraform.Lifecycle;
import io.streamfleet.terraform.Tagging;
import io.streamfleet.terraform.TerraformText;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.constructs.Construct;

/**
 * Names the image that servers start from.
 *
 * <p>A new image makes a new version of the instance template, and so reaches servers by the group's {@code rollout} as
 * any other change does. But for a family: Google looks for its newest image whenever a server starts, so servers of one
 * version may differ in their image.
 */
public sealed interface ServerImage {
    /** Returns an image by its path, which may be a token. */
    static ServerImage fromId(String id) {
        return new Id(id);
    }

    /** Returns an image by its name in the stack's own project. */
    static ServerImage fromName(String name) {
        return new Named("images/" + name, Optional.empty());
    }

    /** Returns an image by its name in a project. */
    static ServerImage fromName(String name, String project) {
        return new Named("images/" + name, Optional.of(project));
    }

    /** Returns the newest image of a family in the stack's own project, at each start of a server. */
    static ServerImage fromFamily(String family) {
        return new Named("images/family/" + family, Optional.empty());
    }

    /** Returns the newest image of a family in a project, at each start of a server. */
    static ServerImage fromFamily(String family, String project) {
        return new Named("images/family/" + family, Optional.of(project));
    }

    /**
     * Returns an image that is made of a disk, whose server must be stopped then.
     *
     * @param disk the disk's path, {@code projects/PROJECT/zones/ZONE/disks/NAME}
     */
    static ServerImage fromDisk(String disk) {
        return new Made(disk, Made.Source.DISK);
    }

    /**
     * Returns an image that is made of a snapshot.
     *
     * @param snapshot the snapshot's path, {@code projects/PROJECT/global/snapshots/NAME}
     */
    static ServerImage fromSnapshot(String snapshot) {
        return new Made(snapshot, Made.Source.SNAPSHOT);
    }

    /** Returns the image of a description. */
    static ServerImage of(GoogleImage image) {
        if (image instanceof GoogleImage.Name given) {
            return given.project()
                    .map(project -> fromName(given.name(), project))
                    .orElseGet(() -> fromName(given.name()));
        }
        if (image instanceof GoogleImage.Family given) {
            return given.project()
                    .map(project -> fromFamily(given.family(), project))
                    .orElseGet(() -> fromFamily(given.family()));
        }
        if (image instanceof GoogleImage.FromDisk made) {
            return fromDisk(made.disk());
        }
        return fromSnapshot(((GoogleImage.FromSnapshot) image).snapshot());
    }

    /**
     * Returns the image's path, such as an instance template takes it. An image that is made is created below the scope,
     * once a scope.
     *
     * @param scope what a made image belongs to
     * @param name beginning of a made image's name
     * @param labels labels of a made image
     */
    String imageId(Construct scope, String name, Map<String, String> labels);

    /**
     * An image by its path.
     *
     * @param id the path, or a token
     */
    record Id(String id) implements ServerImage {
        public Id {
            Objects.requireNonNull(id, "id");
        }

        @Override
        public String imageId(Construct scope, String name, Map<String, String> labels) {
            return id;
        }
    }

    /**
     * An image or a family by its name.
     *
     * @param path {@code images/NAME} or {@code images/family/NAME}
     * @param project the project that holds it. Default: the stack's
     */
    record Named(String path, Optional<String> project) implements ServerImage {
        private static final String LABEL = "[a-z]([-a-z0-9]{0,61}[a-z0-9])?";

        public Named {
            if (!path.matches("images/(family/)?" + LABEL)) {
                throw new IllegalArgumentException(
                        "image: got " + path.substring(path.lastIndexOf('/') + 1)
                                + ", must be 1 to 63 lower-case letters, digits and hyphens, a letter first and no hyphen last");
            }
            if (project.isPresent() && !project.get().matches("[a-z0-9.:-]{1,100}")) {
                throw new IllegalArgumentException(
                        "image: got the project " + project.get() + ", must be a project's id");
            }
        }

        @Override
        public String imageId(Construct scope, String name, Map<String, String> labels) {
            return project.map(each -> "projects/" + each + "/").orElse("") + "global/" + path;
        }
    }

    /**
     * An image that the deployment makes. Its name holds a hash of its source, so that the image of a new source is made
     * before the old one goes.
     *
     * @param path the source's path
     * @param source what the path names
     */
    record Made(String path, Source source) implements ServerImage {
        /** What images are made of. */
        public enum Source {
            /** A disk of one zone. */
            DISK(
                    "projects/[a-z0-9.:-]{1,100}/zones/[a-z0-9-]{1,40}/disks/[a-z]([-a-z0-9]{0,61}[a-z0-9])?",
                    "a disk's path, projects/PROJECT/zones/ZONE/disks/NAME"),
            /** A snapshot. */
            SNAPSHOT(
                    "projects/[a-z0-9.:-]{1,100}/global/snapshots/[a-z]([-a-z0-9]{0,61}[a-z0-9])?",
                    "a snapshot's path, projects/PROJECT/global/snapshots/NAME");

            private final String form;
            private final String is;

            Source(String form, String is) {
                this.form = form;
                this.is = is;
            }
        }

        public Made {
            if (!path.matches(source.form)) {
                throw new IllegalArgumentException("image: got " + path + ", must be " + source.is);
            }
        }

        @Override
        public String imageId(Construct scope, String name, Map<String, String> labels) {
            var image = ComputeImage.Builder.create(scope, "Image")
                    .name(GoogleNames.RESOURCE.nameOf(path, name))
                    .labels(Tagging.orAbsent(Tagging.GOOGLE.of(labels)))
                    .lifecycle(Lifecycle.DEFAULT.createBeforeDestroy().toTerraform());
            switch (source) {
                case DISK -> image.sourceDisk(TerraformText.literal(path));
                case SNAPSHOT -> image.sourceSnapshot(TerraformText.literal(path));
            }
            return image.build().getSelfLink();
        }
    }
}
