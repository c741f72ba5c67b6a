package io.streamfleet.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/**
 * What Stream Managers may do at EC2 to launch and end nodes; the vendor's document grants all of EC2 instead.
 *
 * <p>A node is known by its Name tag, which begins with the fleet's prefix. The vendor does not say whether the controller
 * of version 1 sends that tag with the launch or sets it afterwards, so both work [unproven which]: a launch need not
 * carry tags, and an instance that has no name yet may be given one of the fleet, once. So no other instance can be made
 * to look like a node. That controller names no instance profile either [unproven], so the permission to pass the nodes'
 * role may stay unused.
 */
final class NodePermissions {
    static final Acknowledged.Finding WILDCARDS = new Acknowledged.Finding(
            "AwsSolutions-IAM5",
            "Ids of nodes are not known beforehand: launches are bounded by subnet, group, key pair, image owner and type,"
                    + " and what ends or names an instance by its Name tag. EC2's Describe actions take no resource.");

    private static final String EC2 = "ec2.amazonaws.com";
    private static final String RUN = "ec2:RunInstances";
    private static final String TAG = "ec2:CreateTags";
    private static final String INSTANCES = "instance/*";
    private static final String INTERFACES = "network-interface/*";
    private static final String DISKS = "volume/*";
    private static final String NAME = "aws:ResourceTag/Name";
    private static final String REQUESTED_NAME = "aws:RequestTag/Name";

    private final NodeFleetProps props;
    private final String account;
    private final String region;
    private final String securityGroupId;
    private final String nodeRoleArn;

    NodePermissions(Construct scope, NodeFleetProps props, String securityGroupId, String nodeRoleArn) {
        this.props = props;
        Stack stack = Stack.of(scope);
        account = stack.getAccount();
        region = stack.getRegion();
        this.securityGroupId = securityGroupId;
        this.nodeRoleArn = nodeRoleArn;
    }

    List<Map<String, Object>> statements() {
        return List.of(
                look(),
                notAtUserData(),
                launchWhere(),
                launchFromImage(),
                launchType(),
                launchDisksAndInterfaces(),
                tagAtLaunch(),
                nameOnce(),
                tagNodes(),
                endNodes(),
                passNodeRole());
    }

    private static Map<String, Object> look() {
        return Policies.allow("Look", "ec2:Describe*", "*");
    }

    /** What others boot with is nobody's business. */
    private static Map<String, Object> notAtUserData() {
        List<String> actions = List.of("ec2:DescribeInstanceAttribute", "ec2:DescribeLaunchTemplateVersions");
        Map<String, Object> statement = Policies.allow("NotAtUserData", actions, "*");
        statement.put("Effect", "Deny");
        return statement;
    }

    private Map<String, Object> launchWhere() {
        List<String> where = new ArrayList<>();
        props.network().publicSubnetIds().forEach(id -> where.add(arn(region, "subnet/" + id)));
        where.add(arn(region, "security-group/" + securityGroupId));
        where.add(arn(region, "key-pair/" + props.keyPair()));
        for (String other : props.otherRegions()) {
            where.add(arn(other, "subnet/*"));
            where.add(arn(other, "security-group/*"));
            where.add(arn(other, "key-pair/" + props.keyPair()));
        }
        return Policies.allow("LaunchWhere", RUN, where);
    }

    private Map<String, Object> launchFromImage() {
        List<String> images = regions()
                .map(each -> "arn:" + Aws.PARTITION + ":ec2:" + each + "::image/*")
                .toList();
        List<String> owners = props.imageOwners().isEmpty() ? List.of(account) : props.imageOwners();
        return Policies.allowWhere("LaunchFromImage", RUN, images, "StringEquals", Json.object("ec2:Owner", owners));
    }

    private Map<String, Object> launchType() {
        Map<String, Object> types = Json.object("ec2:InstanceType", List.copyOf(props.instanceTypes()));
        return Policies.allowWhere("LaunchType", RUN, everyRegion(INSTANCES), "StringEquals", types);
    }

    private Map<String, Object> launchDisksAndInterfaces() {
        return Policies.allow("LaunchDisksAndInterfaces", RUN, everyRegion(INTERFACES, DISKS));
    }

    private Map<String, Object> tagAtLaunch() {
        return Policies.allowWhere(
                "TagAtLaunch",
                TAG,
                everyRegion(INSTANCES, INTERFACES, DISKS),
                "StringEquals",
                Json.object("ec2:CreateAction", "RunInstances"));
    }

    private Map<String, Object> nameOnce() {
        return Policies.allowWhere(
                "NameOnce",
                TAG,
                everyRegion(INSTANCES),
                "Null",
                Json.object(NAME, "true"),
                "StringLike",
                nodes(REQUESTED_NAME));
    }

    private Map<String, Object> tagNodes() {
        return Policies.allowWhere(
                "TagNodes",
                TAG,
                everyRegion(INSTANCES),
                "StringLike",
                nodes(NAME),
                "StringLikeIfExists",
                nodes(REQUESTED_NAME));
    }

    private Map<String, Object> endNodes() {
        List<String> actions = List.of("ec2:StartInstances", "ec2:StopInstances", "ec2:TerminateInstances");
        return Policies.allowWhere("EndNodes", actions, everyRegion(INSTANCES), "StringLike", nodes(NAME));
    }

    private Map<String, Object> passNodeRole() {
        Map<String, Object> toServers = Json.object("iam:PassedToService", EC2);
        return Policies.allowWhere("PassNodeRole", "iam:PassRole", nodeRoleArn, "StringEquals", toServers);
    }

    /** A name as the fleet's nodes have it. */
    private Map<String, Object> nodes(String name) {
        return Json.object(name, props.prefix() + "*");
    }

    private List<String> everyRegion(String... resources) {
        return regions()
                .flatMap(each -> Stream.of(resources).map(resource -> arn(each, resource)))
                .toList();
    }

    private Stream<String> regions() {
        return Stream.concat(Stream.of(region), props.otherRegions().stream());
    }

    private String arn(String inRegion, String resource) {
        return "arn:" + Aws.PARTITION + ":ec2:" + inRegion + ":" + account + ":" + resource;
    }
}
