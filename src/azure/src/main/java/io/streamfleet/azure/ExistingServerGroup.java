package io.streamfleet.azure;

import com.hashicorp.cdktf.ITerraformDependable;
import java.util.List;

/** A group that is there already. */
record ExistingServerGroup(String groupName, String groupId) implements IServerGroup {
    @Override
    public void startAfter(List<? extends ITerraformDependable> resources) {
        // Its servers run.
    }
}
