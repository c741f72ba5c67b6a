package io.streamfleet.azure;

import com.hashicorp.cdktf.ITerraformDependable;
import java.util.List;

/** A group of like servers that grows under load, created or existing. */
public interface IServerGroup {
    /** Returns the name of the scale set. */
    String groupName();

    /** Returns the id of the scale set. */
    String groupId();

    /**
     * Makes the group wait for what its servers need when they boot and no attribute refers to: permissions, a way out,
     * a database, firewall rules. Does nothing for an existing group.
     *
     * @param resources none of them may depend on this group
     */
    void startAfter(List<? extends ITerraformDependable> resources);
}
