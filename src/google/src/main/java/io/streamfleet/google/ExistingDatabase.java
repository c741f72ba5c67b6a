package io.streamfleet.google;

import com.hashicorp.cdktf.ITerraformDependable;
import java.util.List;

/** A database that is there already: creates nothing. */
record ExistingDatabase(String host, int port, String user) implements IDatabase {
    @Override
    public void letIn(String name, String address) {
        // Cloud SQL keeps all addresses in one list: an output names those that its owner must add.
    }

    @Override
    public List<ITerraformDependable> ready() {
        return List.of();
    }
}
