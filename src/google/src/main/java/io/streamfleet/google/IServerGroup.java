package io.streamfleet.google;

import com.hashicorp.cdktf.ITerraformDependable;
import java.util.List;

/** A group of like servers in one region that grows under load, created or existing. */
public interface IServerGroup {
    /** Returns the name of the managed instance group. */
    String groupName();

    /** Returns the region of the servers. */
    String region();

    /** Returns the URL of the group's instances, which a backend service takes. */
    String instanceGroup();

    /** Returns the name that the group has given to the servers' port: a backend service finds the port by it. */
    String portName();

    /**
     * Makes the group wait for what its servers need when they boot and no attribute refers to: permissions, a way out,
     * a database's user, firewall rules. Does nothing for an existing group.
     *
     * @param resources none of them may depend on this group, as a load balancer does
     */
    void startAfter(List<? extends ITerraformDependable> resources);
}
