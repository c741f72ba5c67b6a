package io.streamfleet.google;

import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.providers.google.project_iam_custom_role.ProjectIamCustomRole;
import com.hashicorp.cdktf.providers.google.project_iam_member.ProjectIamMember;
import com.hashicorp.cdktf.providers.google.secret_manager_secret_iam_member.SecretManagerSecretIamMember;
import com.hashicorp.cdktf.providers.google.service_account.ServiceAccount;
import io.streamfleet.terraform.TerraformText;
import java.util.ArrayList;
import java.util.List;
import software.constructs.Construct;

/**
 * Gives the servers of a tier an identity of their own, in every region the same.
 *
 * <p>Creates a service account that may do nothing until it is allowed to: not even write logs, since nothing that
 * servers need writes any by Google's API. Google's own default account could edit the whole project. Costs nothing.
 */
public final class ServerIdentity extends Construct implements IServerIdentity {
    /** Reads the group, its members and its least size, and takes a member out. */
    private static final List<String> RETIRE = List.of(
            "compute.autoscalers.get",
            "compute.instanceGroupManagers.get",
            "compute.instanceGroupManagers.list",
            "compute.instanceGroupManagers.update");

    private final String email;
    private final String member;
    private final List<ITerraformDependable> permissions = new ArrayList<>();

    /**
     * Creates the service account.
     *
     * @param scope what the account belongs to
     * @param id name within the scope
     * @param props its name
     */
    public ServerIdentity(Construct scope, String id, ServerIdentityProps props) {
        super(scope, id);
        var account = ServiceAccount.Builder.create(this, "Account")
                .accountId(props.name())
                .displayName(props.title())
                .build();
        email = account.getEmail();
        member = account.getMember();
    }

    /** Returns a service account that exists, by its e-mail address. */
    public static IServerIdentity fromEmail(String email) {
        return new ExistingServerIdentity(email);
    }

    /**
     * Lets the servers read one secret, and no other.
     *
     * @param id name within this construct
     * @param secret the secret's name in the stack's project
     */
    public void letRead(String id, String secret) {
        permissions.add(SecretManagerSecretIamMember.Builder.create(this, id)
                .secretId(TerraformText.literal(secret))
                .role("roles/secretmanager.secretAccessor")
                .member(member)
                .build());
    }

    /**
     * Lets each server remove itself from its group, as the guard on it does once it was idle for long enough. Creates a
     * role of the project and gives it to the servers. No condition of Google's knows a group's name, so the role is good
     * for every group of the project.
     *
     * @param project id of the project
     * @param name the deployment's name, with which the role's id begins
     */
    public void letRetire(String project, String name) {
        var role = ProjectIamCustomRole.Builder.create(this, "RetirerRole")
                .project(project)
                .roleId(GoogleNames.ROLE.name(name, "server-retirer"))
                .title("Removes idle servers " + name)
                .permissions(RETIRE)
                .build();
        permissions.add(ProjectIamMember.Builder.create(this, "MayRetire")
                .project(project)
                .role(role.getName())
                .member(member)
                .build());
    }

    @Override
    public String email() {
        return email;
    }

    @Override
    public String member() {
        return member;
    }

    /** Returns what must exist before servers may do what they are allowed to. */
    public List<ITerraformDependable> permissions() {
        return List.copyOf(permissions);
    }
}
