package io.streamfleet.azure;

import com.hashicorp.cdktf.TerraformStack;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.terraform.GoodDescriptions;
import software.constructs.Construct;

class GoodDescriptionsTest extends GoodDescriptions {
    GoodDescriptionsTest() {
        super("azure-");
    }

    @Override
    protected TerraformStack stack(Construct app, ClusterPlan plan) {
        return Red5Stack.of(app, plan);
    }
}
