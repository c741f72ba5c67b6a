package io.streamfleet.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.reader.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.assertions.Template;

class Red5StackTest {
    private static final String DESCRIPTION = """
            name: small
            product: red5
            cloud: aws
            domain: small.example.com
            %s
            streamManager:
              image: { id: ami-0123456789abcdef0 }
              instanceType: c5.large
              group: { max: 4 }
            database: { create: { instanceType: db.t4g.medium } }
            tls: { certificate: "arn:aws:acm:eu-west-1:111122223333:certificate/0f0e0d0c-0000-4000-8000-000000000000" }
            nodes:
              prefix: small-node
              image: red5pro-node-11
              keyPair: red5pro
              roles:
                origin: { min: 1, max: 2, instanceType: c5.large, capacity: 1000 }
                edge: { min: 1, max: 4, instanceType: c5.large, capacity: 2000 }
            aws:
              region: eu-west-1
              network: { create: { cidr: 10.30.0.0/20 } }
            """;

    private static Red5Stack stack;
    private static Map<String, Object> template;

    private static ClusterPlan plan(String more) {
        return ClusterPlan.of(
                SpecReader.parse("small.yaml", DESCRIPTION.formatted(more)).spec());
    }

    private static App app() {
        return new App(AppProps.builder().analyticsReporting(false).build());
    }

    @BeforeAll
    static void synthesise() {
        stack = Red5Stack.of(app(), plan("protect: true"));
        template = Template.fromStack(stack).toJSON();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> outputs(Map<String, Object> of) {
        return (Map<String, Object>) of.get("Outputs");
    }

    @Test
    void stack_name_isTheDescriptions() {
        assertThat(stack.getStackName()).isEqualTo("small");
        assertThat(stack.getRegion()).isEqualTo("eu-west-1");
        assertThat(template).containsEntry("Description", "Red5 Pro cluster small for small.example.com");
    }

    @Test
    void stack_withoutAccount_isOfWhoeverDeploys() {
        assertThat(template.toString()).contains("AWS::AccountId").doesNotContain("unknown-account");
    }

    @Test
    void template_bootstrap_isNotInIt() {
        assertThat(template).doesNotContainKeys("Parameters", "Rules", "Conditions");
        assertThat(template.toString()).doesNotContain("AWS::CDK::Metadata", "hnb659fds");
    }

    @Test
    void stack_synthesizer_takesTheBucketAndNoRoleOfTheBootstrap() throws IOException {
        App app = app();
        Red5Stack.of(app, plan("protect: true"));
        Path assembly = Path.of(app.synth().getDirectory());
        assertThat(Files.readString(assembly.resolve("manifest.json")))
                .contains("s3://cdk-hnb659fds-assets-${AWS::AccountId}-eu-west-1/")
                .doesNotContain(":role/", "requiresBootstrapStackVersion", "/cdk-bootstrap/");
        assertThat(Files.readString(assembly.resolve("small.assets.json")))
                .contains("\"path\": \"small.template.json\"")
                .doesNotContain(":role/")
                .containsOnlyOnce("\"path\"");
    }

    @Test
    void stack_synthesizer_isWhatIsAskedFor() {
        Red5Stack bootstrapped = new Red5Stack(
                app(),
                "Small",
                Red5StackProps.builder()
                        .cluster(Red5ClusterProps.of(plan("protect: false")))
                        .synthesizer(new DefaultStackSynthesizer())
                        .build());
        assertThat(Template.fromStack(bootstrapped).toJSON().toString()).contains("/cdk-bootstrap/hnb659fds/version");
        assertThat(bootstrapped.getTerminationProtection()).isFalse();
        assertThat(bootstrapped.getStackName()).isEqualTo("small");
    }

    @Test
    void stack_protected_refusesToBeDeleted() {
        assertThat(stack.getTerminationProtection()).isTrue();
    }

    @Test
    void stack_outputs_haveNamesThatStay() {
        assertThat(outputs(template))
                .containsOnlyKeys(
                        "EntryUrl",
                        "EntryAddress",
                        "DnsRecordToCreate",
                        "GroupName",
                        "DatabaseEndpoint",
                        "ScalePolicyParameter",
                        "LaunchConfigurationParameter",
                        "NodeGroupParameter",
                        "ControllerPolicyArn");
        assertThat(outputs(template).get("EntryUrl").toString()).contains("https://small.example.com/");
        assertThat(outputs(template).get("DnsRecordToCreate").toString())
                .contains("small.example.com. CNAME ", "DNSName");
        assertThat(outputs(template).toString()).doesNotContain("Secret");
    }

    @Test
    void stack_withDns_asksForNoRecord() {
        Red5Stack named = Red5Stack.of(app(), plan("dns: { zone: example.com, zoneId: Z0123456789ABCDEFGHIJ }"));
        assertThat(outputs(Template.fromStack(named).toJSON())).doesNotContainKey("DnsRecordToCreate");
    }
}
