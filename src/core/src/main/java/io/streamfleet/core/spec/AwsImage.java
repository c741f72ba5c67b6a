package io.streamfleet.core.spec;

import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Example;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.OneOf;
import io.streamfleet.core.shape.Scalar;

/** An Amazon Machine Image. */
@OneOf
public sealed interface AwsImage permits AwsImage.Id, AwsImage.Parameter {
    /** An image by its id. */
    @Doc("Id of the image, in the stack's region.")
    @Scalar
    record Id(
            @Matches(value = "ami-([0-9a-f]{8}|[0-9a-f]{17})", is = "an image id, such as ami-0123456789abcdef0")
            @Example("ami-0123456789abcdef0")
            String id)
            implements AwsImage {
        public Id {
            new Check(Id.class, id).orThrow();
        }
    }

    /** An image whose id an SSM parameter holds: read at each deployment, never at synthesis. */
    @Doc("Name of an SSM parameter that holds the image's id, read at each deployment.")
    @Scalar
    record Parameter(
            @Matches(
                    value = "/[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*",
                    is = "the name of an SSM parameter, such as /live/stream-manager/image")
            @Example("/live/stream-manager/image")
            String name)
            implements AwsImage {
        public Parameter {
            new Check(Parameter.class, name).orThrow();
        }
    }
}
