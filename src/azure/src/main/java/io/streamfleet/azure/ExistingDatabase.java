package io.streamfleet.azure;

import com.hashicorp.cdktf.ITerraformDependable;
import java.util.List;
import java.util.Optional;

/** A database that is there already: creates nothing. */
record ExistingDatabase(String host, int port, String user, Optional<PublicServer> publicServer) implements IDatabase {
    static ExistingDatabase of(DatabaseAttributes attributes) {
        return new ExistingDatabase(
                attributes.host(),
                attributes.port(),
                attributes.user(),
                attributes
                        .serverId()
                        .map(id ->
                                new PublicServer(AzureTexts.groupIn(id), AzureTexts.nameAfter("flexibleServers", id))));
    }

    /** Rules know no names: a host that is named may be anywhere, on its port. */
    @Override
    public FlowPeer peer() {
        boolean isAddress = host.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
        return FlowPeer.outside(List.of(isAddress ? host + "/32" : "*"));
    }

    @Override
    public List<ITerraformDependable> ready() {
        return List.of();
    }
}
