package io.streamfleet.google;

import com.hashicorp.cdktf.ITerraformDependable;
import java.util.List;

/** A group that is there already. */
record ExistingServerGroup(String groupName, String region, String instanceGroup, String portName)
        implements IServerGroup {
    @Override
    public void startAfter(List<? extends ITerraformDependable> resources) {
        // Its servers run.
    }
}
