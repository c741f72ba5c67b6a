package io.streamfleet.core.spec;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Example;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.On;
import io.streamfleet.core.shape.OneOf;
import io.streamfleet.core.shape.Scalar;
import io.streamfleet.core.value.Texts;

/** Who is told when servers come, go or fail. */
@OneOf
public sealed interface Notifications permits Notifications.Topic, Notifications.Email {
    /** A topic that exists. */
    @Doc("ARN of an SNS topic that exists.")
    @On(Cloud.AWS)
    @Scalar
    record Topic(
            @Matches(
                    value = "arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}",
                    is = "the ARN of an SNS topic, arn:aws:sns:REGION:ACCOUNT:NAME")
            @Example("\"arn:aws:sns:us-east-1:111122223333:live\"")
            String arn)
            implements Notifications {
        public Topic {
            new Check(Topic.class, arn).orThrow();
        }
    }

    /** An e-mail address, by a topic or a channel of the deployment's own. */
    @Doc("E-mail address; on aws it must confirm the subscription once.")
    @Scalar
    record Email(
            @Matches(value = Texts.EMAIL, is = Texts.EMAIL_IS) @Example("ops@example.com")
            String address) implements Notifications {
        public Email {
            new Check(Email.class, address).orThrow();
        }
    }
}
