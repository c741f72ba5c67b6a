package io.streamfleet.core.spec;

import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Default;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Example;
import io.streamfleet.core.shape.Matches;

/** An application of Entra ID, with what its virtual machines are launched with. Its key is in the tier's secret. */
public record AzureApplication(
        @Doc("Id of the application, its client id.")
        @Matches(value = AzureIds.GUID, is = AzureIds.GUID_IS)
        @Example("11111111-1111-4111-8111-111111111111")
        String clientId,

        @Doc("Id of the tenant that it is registered in.")
        @Matches(value = AzureIds.GUID, is = AzureIds.GUID_IS)
        @Example("22222222-2222-4222-8222-222222222222")
        String tenantId,

        @Doc("Object id of its service principal, which gets the role.")
        @Matches(value = AzureIds.GUID, is = AzureIds.GUID_IS)
        @Example("33333333-3333-4333-8333-333333333333")
        String objectId,

        @Doc("User of the nodes, with vmPassword of the tier's secret.")
        @Default("ubuntu")
        @Matches(
                value = "[a-z][a-z0-9_-]{0,31}",
                is = "1 to 32 lower-case letters, digits, hyphens and underscores, a letter first, such as ubuntu")
        String vmUser) {
    public AzureApplication {
        new Check(AzureApplication.class, clientId, tenantId, objectId, vmUser).orThrow();
    }
}
