package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import java.util.Set;
import java.util.stream.Stream;

/** Keeps the nodes' user to names that Azure gives to one. */
final class NameOfNodesUser implements Red5OnAzureRule {
    private static final Set<String> REFUSED = Set.of(
            "1",
            "123",
            "a",
            "actuser",
            "adm",
            "admin",
            "admin1",
            "admin2",
            "administrator",
            "aspnet",
            "backup",
            "console",
            "david",
            "guest",
            "john",
            "owner",
            "root",
            "server",
            "sql",
            "support",
            "support_388945a0",
            "sys",
            "test",
            "test1",
            "test2",
            "test3",
            "user",
            "user1",
            "user2",
            "user3",
            "user4",
            "user5",
            "video");

    @Override
    public Stream<Violation> check(Red5OnAzure cluster) {
        return Stream.of(cluster.azure().controller().vmUser())
                .filter(REFUSED::contains)
                .map(user -> Violation.at("azure.controller.vmUser")
                        .given(user)
                        .allowed("a name that Azure gives to a user of virtual machines")
                        .todo("take another, such as ubuntu"));
    }
}
