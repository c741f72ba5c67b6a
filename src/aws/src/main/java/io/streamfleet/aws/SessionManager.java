package io.streamfleet.aws;

import java.util.List;
import java.util.Map;

/** What a server needs for Session Manager, the way in without SSH, and nothing else of Systems Manager. */
final class SessionManager {
    /**
     * The managed policy {@code AmazonSSMManagedInstanceCore} reads every parameter of the account as well, which these
     * leave out: https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-create-iam-instance-profile.html.
     */
    static final List<String> ACTIONS = List.of(
            "ssm:UpdateInstanceInformation",
            "ssmmessages:CreateControlChannel",
            "ssmmessages:CreateDataChannel",
            "ssmmessages:OpenControlChannel",
            "ssmmessages:OpenDataChannel");

    static final Acknowledged.Finding WITHOUT_RESOURCES = new Acknowledged.Finding(
            "AwsSolutions-IAM5",
            "The actions of Session Manager take no resource; they reach the server's own channel alone.",
            List.of("Resource::*"));

    /** The same in checkov's words. */
    static final Acknowledged.Finding UNBOUNDED =
            new Acknowledged.Finding("CKV_AWS_111", "The actions of Session Manager take no resource.");

    private SessionManager() {}

    /** Returns the permissions as a statement of a policy; their actions take no resource. */
    static Map<String, Object> statement() {
        return Policies.allow("SessionManager", ACTIONS, "*");
    }
}
