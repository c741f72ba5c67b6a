package io.streamfleet.core.spec;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Example;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.On;
import java.util.List;
import java.util.Optional;

/** Where on AWS the deployment stands. */
@On(Cloud.AWS)
@Doc("Where on AWS the deployment stands.")
public record Aws(
        @Doc("Account of the deployment. Default: the account of whoever deploys.")
        @Matches(value = "[0-9]{12}", is = "an account id of 12 digits in quotes, such as \"111122223333\"")
        Optional<String> account,

        @Doc("Region of the deployment.")
        @Matches(value = "[a-z]{2,4}(-[a-z]+)+-[0-9]", is = "a region of AWS, such as us-east-1")
        @Example("us-east-1")
        String region,

        @Doc("The VPC.") @Example("{create: {cidr: 10.20.0.0/16}}")
        AwsNetwork network)
        implements CloudBlock {
    public Aws {
        new Check(Aws.class, account, region, network).orThrow();
    }

    @Override
    public Cloud kind() {
        return Cloud.AWS;
    }

    @Override
    public List<String> regions() {
        return List.of(region);
    }
}
