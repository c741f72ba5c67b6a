package io.streamfleet.core.boot;

import java.util.Map;
import java.util.function.Function;

/** The values of a deployment that only its cloud knows, with upper bounds of their lengths. */
public final class CloudValues {
    /**
     * Address of the database that the deployment creates. The longest is RDS's: 63 characters of name, 14 of account,
     * 33 of region, 22 of the longest suffix, {@code rds.amazonaws.com.cn}.
     */
    public static final CloudValue DATABASE_HOST = new CloudValue("databaseHost", 132);

    /**
     * ARN of the secret that holds the created database's generated password. CloudFormation names it after the logical
     * id: 66 characters of ARN in the longest partition and region, 255 of id, 20 of the service's own suffixes.
     */
    public static final CloudValue DATABASE_SECRET = new CloudValue("databaseSecret", 341);

    /** ARN or name of the tier's secret: 66 characters of ARN, 512 of name, 7 of suffix. */
    public static final CloudValue TIER_SECRET = new CloudValue("tierSecret", 585);

    /** The region of the stack. */
    public static final CloudValue REGION = new CloudValue("region", 32);

    /** The zone in which nodes are launched by default. */
    public static final CloudValue DEFAULT_ZONE = new CloudValue("defaultZone", 33);

    /** Name of the security group of the nodes, at most 255 characters on EC2. */
    public static final CloudValue NODE_SECURITY_GROUP = new CloudValue("nodeSecurityGroup", 255);

    /** Client id of the servers' own identity on Azure. */
    public static final CloudValue IDENTITY = new CloudValue("identity", 36);

    private CloudValues() {}

    /** Returns a reader of a cloud's values, which refuses to read one that is not among them. */
    public static Function<CloudValue, String> of(Map<CloudValue, String> values) {
        return wanted -> {
            String value = values.get(wanted);
            if (value == null) {
                throw new IllegalStateException("no value for " + wanted.name() + " on this cloud");
            }
            return value;
        };
    }
}
