package io.streamfleet.core.spec;

import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Example;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.OneOf;
import io.streamfleet.core.shape.Scalar;
import java.util.Optional;

/** An image of Compute Engine. */
@OneOf
public sealed interface GoogleImage
        permits GoogleImage.Name, GoogleImage.Family, GoogleImage.FromDisk, GoogleImage.FromSnapshot {
    /** An image by its name. */
    @Doc("Name of the image.")
    @Scalar
    record Name(
            @Matches(value = Google.NAME, is = NAME_IS) @Example("sm-11")
            String name,

            @Doc("Project that holds the image. Default: the deployment's.")
            @Matches(value = Google.PROJECT, is = Google.PROJECT_IS)
            Optional<String> project)
            implements GoogleImage {
        public Name {
            new Check(Name.class, name, project).orThrow();
        }
    }

    /** The newest image of a family, at each launch of a server. */
    @Doc("Name of an image family: each new server starts from its newest image.")
    @Scalar
    record Family(
            @Matches(value = Google.NAME, is = NAME_IS) @Example("sm")
            String family,

            @Doc("Project that holds the family. Default: the deployment's.")
            @Matches(value = Google.PROJECT, is = Google.PROJECT_IS)
            Optional<String> project)
            implements GoogleImage {
        public Family {
            new Check(Family.class, family, project).orThrow();
        }
    }

    /** An image that the deployment makes of a disk. */
    @Doc("Path of a disk, of which the deployment makes an image; its server must be stopped then.")
    @Scalar
    record FromDisk(
            @Matches(
                    value = "projects/" + Google.PROJECT + "/zones/" + Google.ZONE + "/disks/" + Google.NAME,
                    is = "a disk's path, projects/PROJECT/zones/ZONE/disks/NAME")
            @Example("projects/example-project/zones/us-central1-a/disks/sm-11")
            String disk)
            implements GoogleImage {
        public FromDisk {
            new Check(FromDisk.class, disk).orThrow();
        }
    }

    /** An image that the deployment makes of a snapshot. */
    @Doc("Path of a snapshot, of which the deployment makes an image.")
    @Scalar
    record FromSnapshot(
            @Matches(
                    value = "projects/" + Google.PROJECT + "/global/snapshots/" + Google.NAME,
                    is = "a snapshot's path, projects/PROJECT/global/snapshots/NAME")
            @Example("projects/example-project/global/snapshots/sm-11")
            String snapshot)
            implements GoogleImage {
        public FromSnapshot {
            new Check(FromSnapshot.class, snapshot).orThrow();
        }
    }

    /** What the name of an image or a family is, in words. */
    String NAME_IS = "1 to 63 lower-case letters, digits and hyphens, a letter first and no hyphen last, such as sm-11";
}
