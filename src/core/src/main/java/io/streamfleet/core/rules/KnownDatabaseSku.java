package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Database;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps to SKUs that Azure Database for MySQL has, and a standby to those that can have one.
 *
 * @see <a href="https://learn.microsoft.com/azure/mysql/flexible-server/concepts-service-tiers-storage">Service tiers</a>
 */
final class KnownDatabaseSku implements Red5OnAzureRule {
    /** Those that azurerm 5.2 takes: others it refuses when Terraform plans. */
    private static final Pattern FORM = Pattern.compile("B_Standard_B(1|1m|2|2m|4m|8m|12m|16m|20m)s"
            + "|GP_Standard_D(2|4|8|16|32|48|64)(ds_v4|ads_v5)"
            + "|MO_Standard_E((2|4|8|16|20|32|48|64|80i)ds_v4|(2|4|8|16|20|32|48|64|96)a?ds_v5)");

    @Override
    public Stream<Violation> check(Red5OnAzure cluster) {
        return cluster.newDatabase().stream().flatMap(KnownDatabaseSku::check);
    }

    private static Stream<Violation> check(Database.Create database) {
        String sku = database.instanceType();
        if (!FORM.matcher(sku).matches()) {
            return Stream.of(Violation.at("database.create.sku")
                    .given(sku)
                    .allowed("a SKU of Azure Database for MySQL, tier and size, such as GP_Standard_D2ds_v4"));
        }
        return Stream.of(Violation.at("database.create.highAvailability")
                        .given("true with " + sku + ", a burstable SKU")
                        .allowed("false, since Azure gives these no standby")
                        .todo("set it so, or take a SKU such as GP_Standard_D2ds_v4"))
                .filter(violation -> database.highAvailability() && sku.startsWith("B_"));
    }
}
