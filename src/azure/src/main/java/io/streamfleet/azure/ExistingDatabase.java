package io.streamfleet.azure;

import com.hashicorp.cdktf.ITerraformDependable;
import java.util.List;
import java.util.Optional;

/** A database that is there already: creates nothing. */
record ExistingDatabase(DatabaseAttributes attributes) implements IDatabase {
    @Override
    public String host() {
        return attributes.host();
    }

    @Override
    public int port() {
        return attributes.port();
    }

    @Override
    public String user() {
        return attributes.user();
    }

    /** Rules know no names: a host that is named may be anywhere, on its port. */
    @Override
    public FlowPeer peer() {
        boolean isAddress = attributes.host().matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
        return FlowPeer.outside(List.of(isAddress ? attributes.host() + "/32" : "*"));
    }

    @Override
    public Optional<PublicServer> publicServer() {
        return attributes
                .serverId()
                .map(id -> new PublicServer(AzureTexts.groupIn(id), AzureTexts.nameAfter("flexibleServers", id)));
    }

    @Override
    public List<ITerraformDependable> ready() {
        return List.of();
    }
}
