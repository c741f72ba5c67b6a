package io.streamfleet.aws;

import java.util.List;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.CfnFlowLog;
import software.amazon.awscdk.services.ec2.CfnVPC;
import software.amazon.awscdk.services.iam.CfnRole;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.constructs.Construct;

/**
 * Logs the accepted and refused connections of a VPC.
 *
 * <p>Creates a log group, a role that may write to it alone, and the flow log. The group is kept when the stack is deleted
 * and empties itself as its logs expire. Costs by the byte. CloudWatch Logs rather than a bucket: it is searched where it
 * is, in the minutes in which one wants to know who was refused, and needs no bucket with a policy and logs of its own.
 */
public final class NetworkLogs extends Construct {
    private final CfnLogGroup logGroup;

    NetworkLogs(Construct scope, String id, CfnVPC vpc, FlowLogs.Kept kept) {
        super(scope, id);
        logGroup = CfnLogGroup.Builder.create(this, "LogGroup")
                .retentionInDays(kept.days())
                .build();
        logGroup.applyRemovalPolicy(RemovalPolicy.RETAIN);
        Acknowledged.on(
                logGroup, new Acknowledged.Finding("CKV_AWS_158", "Encrypted by the key of CloudWatch Logs itself."));
        CfnRole writer = createWriter();
        CfnFlowLog.Builder.create(this, "FlowLog")
                .resourceType("VPC")
                .resourceId(vpc.getRef())
                .trafficType("ALL")
                .logDestinationType("cloud-watch-logs")
                .logGroupName(logGroup.getRef())
                .deliverLogsPermissionArn(writer.getAttrArn())
                .build();
    }

    private CfnRole createWriter() {
        return CfnRole.Builder.create(this, "Writer")
                .assumeRolePolicyDocument(Policies.document(List.of(Policies.allow(
                        "Principal",
                        Json.object("Service", "vpc-flow-logs.amazonaws.com"),
                        "Action",
                        "sts:AssumeRole",
                        "Condition",
                        Json.object("StringEquals", Json.object("aws:SourceAccount", Aws.ACCOUNT_ID))))))
                .policies(List.of(CfnRole.PolicyProperty.builder()
                        .policyName("write")
                        .policyDocument(Policies.document(List.of(Policies.allow(
                                "Action",
                                List.of("logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"),
                                "Resource",
                                logGroup.getAttrArn()))))
                        .build()))
                .build();
    }

    /** Returns the log group. */
    public CfnLogGroup logGroup() {
        return logGroup;
    }
}
