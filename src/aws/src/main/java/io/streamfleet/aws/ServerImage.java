package io.streamfleet.aws;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.AwsImage;
import java.util.stream.Stream;
import software.amazon.awscdk.services.ssm.ParameterValueType;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.constructs.Construct;

/**
 * Names the image that servers start from.
 *
 * <p>An image that an SSM parameter holds is read by CloudFormation at each deployment, through a parameter of the template
 * of type {@code AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>}: a new value makes a new version of the launch template,
 * and so reaches servers by the group's {@code rollout} as any other change does. The other way, {@code resolve:ssm:} in
 * the launch template, is read at each launch: servers of one version would differ in their image, and none would ever
 * count as outdated.
 */
public sealed interface ServerImage {
    /** Returns an image by its id, which may be a token. */
    static ServerImage fromId(String id) {
        return new Id(id);
    }

    /** Returns the image whose id an SSM parameter holds at deployment. */
    static ServerImage fromParameter(String name) {
        return new Parameter(name);
    }

    /** Returns the image of a description. */
    static ServerImage of(AwsImage image) {
        if (image instanceof AwsImage.Id id) {
            return fromId(id.id());
        }
        return fromParameter(((AwsImage.Parameter) image).name());
    }

    /** Returns the id as it stands in the template of the scope's stack. */
    String imageId(Construct scope);

    /**
     * An image by its id.
     *
     * @param id the id, such as {@code ami-0123456789abcdef0}, or a token
     */
    record Id(String id) implements ServerImage {
        /** Checks that there is one. */
        public Id {
            InvalidSpecException.throwIfAny(
                    id == null || id.isBlank() ? Stream.of(Violation.at("id").allowed("given")) : Stream.empty());
        }

        @Override
        public String imageId(Construct scope) {
            return id;
        }
    }

    /**
     * An image whose id an SSM parameter holds.
     *
     * @param name name of the parameter, such as {@code /live/stream-manager/image}
     */
    record Parameter(String name) implements ServerImage {
        /** Checks that the name is that of a parameter. */
        public Parameter {
            InvalidSpecException.throwIfAny(
                    name == null || !name.matches("/?[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*")
                            ? Stream.of(Violation.at("name")
                                    .given(String.valueOf(name))
                                    .allowed("the name of an SSM parameter, such as /live/stream-manager/image"))
                            : Stream.empty());
        }

        @Override
        public String imageId(Construct scope) {
            return StringParameter.valueForTypedStringParameterV2(scope, name, ParameterValueType.AWS_EC2_IMAGE_ID);
        }
    }
}
