package io.streamfleet.stacks.jsii;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.stacks.jsii.Foresight.Foreseen;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForesightTest {
    private static final String NETWORK = "@cdktf/provider-google.computeNetwork.ComputeNetwork";

    private final Foresight foresight = new Foresight();

    @Test
    void of_newObjects_countsThem() {
        assertForeseen(create("cdktf.App", "", ""), "{\"ok\":{\"$jsii.byref\":\"cdktf.App@10000\"}}");
        assertForeseen(
                create("constructs.Construct", "cdktf.App@10000", "{\"method\":\"name\",\"cookie\":\"a.b\"}"),
                "{\"ok\":{\"$jsii.byref\":\"constructs.Construct@10001\"}}");
    }

    @Test
    void of_newObject_afterAnObjectInAnAnswer_countsOnFromThere() {
        assertWaitedFor(get("cdktf.App@10000", "node"));
        foresight.told("{\"ok\":{\"value\":{\"$jsii.byref\":\"constructs.Node@10007\"}}}");

        assertForeseen(create("cdktf.App", "", ""), "{\"ok\":{\"$jsii.byref\":\"cdktf.App@10008\"}}");
    }

    @Test
    void of_newObject_withInterfaces_isWaitedFor() {
        assertWaitedFor("{\"fqn\":\"Object\",\"args\":[],\"overrides\":[],\"interfaces\":[\"constructs.IValidation\"],"
                + "\"api\":\"create\"}");
        foresight.told("{\"ok\":{\"$jsii.byref\":\"Object@10000\",\"$jsii.interfaces\":[\"constructs.IValidation\"]}}");

        assertForeseen(create("cdktf.App", "", ""), "{\"ok\":{\"$jsii.byref\":\"cdktf.App@10001\"}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"api\":\"set\",\"objref\":{\"$jsii.byref\":\"a.B@10000\"},\"property\":\"dependsOn\",\"value\":[]}",
                "{\"api\":\"invoke\",\"objref\":{\"$jsii.byref\":\"a.B@10000\"},\"method\":\"addOverride\",\"args\":[]}",
                "{\"api\":\"invoke\",\"objref\":{\"$jsii.byref\":\"cdktf.App@10000\"},\"method\":\"synth\",\"args\":[]}"
            })
    void of_whatHasNoResult_isForeseen(String question) {
        assertForeseen(question, "{\"ok\":{}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"api\":\"invoke\",\"objref\":{\"$jsii.byref\":\"aws-cdk-lib.App@10000\"},\"method\":\"synth\",\"args\":[]}",
                "{\"api\":\"invoke\",\"objref\":{\"$jsii.byref\":\"a.B@10000\"},\"method\":\"arn\",\"args\":[\"addOverride\"]}",
                "{\"api\":\"sget\",\"fqn\":\"constructs.Node\",\"property\":\"PATH_SEP\"}",
                "{\"api\":\"load\",\"name\":\"constructs\"}",
                "{\"complete\":{\"cbid\":\"1\"}}",
                "{\"exit\":0}"
            })
    void of_anythingElse_isWaitedFor(String question) {
        assertWaitedFor(question);
    }

    @Test
    void of_namesOfAModule_areAskedForOnce() {
        String question = "{\"api\":\"naming\",\"assembly\":\"constructs\"}";
        assertWaitedFor(question);
        foresight.told("{\"ok\":{\"naming\":{}}}");

        assertThat(foresight.of(question)).contains(new Foreseen(Optional.empty(), "{\"ok\":{\"naming\":{}}}"));
    }

    @Test
    void of_attributeThatWasATokenOnce_isAnotherTokenEachTime() {
        assertWaitedFor(get(NETWORK + "@10001", "id"));
        foresight.told("{\"ok\":{\"value\":\"${TfToken[TOKEN.4]}\"}}");

        Foreseen first = foresight.of(get(NETWORK + "@10002", "id")).orElseThrow();
        Foreseen second = foresight.of(get(NETWORK + "@10002", "id")).orElseThrow();

        assertThat(first.answer())
                .matches("\\{\"ok\":\\{\"value\":\"\\$\\{TfToken\\[foreseen9d1c6b2f47e05a38_0_]}\"}}");
        String alias = first.answer().replaceAll(".*\\[|].*", "");
        assertThat(first.sent()).contains("$" + alias + "\t" + get(NETWORK + "@10002", "id"));
        assertThat(second.answer()).isNotEqualTo(first.answer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"us-central1\"", "\"${TfToken[TOKEN.4]}-a\"", "null", "{\"$jsii.byref\":\"a.B@10009\"}"})
    void of_attributeThatWasNoToken_isWaitedFor(String value) {
        assertWaitedFor(get(NETWORK + "@10001", "id"));
        foresight.told("{\"ok\":{\"value\":" + value + "}}");

        assertWaitedFor(get(NETWORK + "@10002", "id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {NETWORK + "@10001 nameInput", "aws-cdk-lib.aws_ec2.CfnVPC@10001 ref"})
    void of_whatWasPutIn_orIsOfAnotherLibrary_isWaitedFor(String object) {
        String question = get(object.split(" ")[0], object.split(" ")[1]);
        assertWaitedFor(question);
        foresight.told("{\"ok\":{\"value\":\"${TfToken[TOKEN.4]}\"}}");

        assertWaitedFor(question);
    }

    @Test
    void of_resourcesName_isAnotherName_asTerraformTakesThem() {
        Foreseen name =
                foresight.of(get(NETWORK + "@10001", "friendlyUniqueId")).orElseThrow();

        assertThat(name.answer()).matches("\\{\"ok\":\\{\"value\":\"foreseen9d1c6b2f47e05a38_0_\"}}");
        String alias = name.answer().replaceAll(".*:\"|\".*", "");
        assertThat(name.sent()).contains("@" + alias + "\t" + get(NETWORK + "@10001", "friendlyUniqueId"));
    }

    @Test
    void of_stackOfWhatIsInOne_isForeseen() {
        foresight.of(create("cdktf.App", "", ""));
        foresight.of(create("cdktf.TerraformStack", "cdktf.App@10000", ""));
        foresight.of(create("constructs.Construct", "cdktf.TerraformStack@10001", ""));
        foresight.of(create("constructs.Construct", "constructs.Construct@10002", ""));

        assertForeseen(
                stackOf("constructs.Construct@10003"),
                "{\"ok\":{\"result\":{\"$jsii.byref\":\"cdktf.TerraformStack@10001\"}}}");
        assertWaitedFor(stackOf("cdktf.App@10000"));
    }

    @Test
    void of_takingAStackOut_isForeseen_andForgetsWhatWasInIt() {
        foresight.of(create("cdktf.TerraformStack", "cdktf.App@9999", ""));

        assertForeseen(
                "{\"api\":\"invoke\",\"objref\":{\"$jsii.byref\":\"constructs.Node@9998\"},\"method\":\"tryRemoveChild\","
                        + "\"args\":[\"live\"]}",
                "{\"ok\":{\"result\":true}}");
        assertWaitedFor(stackOf("cdktf.TerraformStack@10000"));
    }

    private void assertForeseen(String question, String answer) {
        assertThat(foresight.of(question)).contains(new Foreseen(Optional.of("=" + answer + "\t" + question), answer));
    }

    private void assertWaitedFor(String question) {
        assertThat(foresight.of(question)).isEmpty();
    }

    private static String create(String type, String owner, String overrides) {
        String arguments = owner.isEmpty() ? "" : "{\"$jsii.byref\":\"" + owner + "\"},\"Id\"";
        return "{\"fqn\":\"" + type + "\",\"args\":[" + arguments + "],\"overrides\":[" + overrides
                + "],\"interfaces\":[],\"api\":\"create\"}";
    }

    private static String get(String object, String property) {
        return "{\"api\":\"get\",\"objref\":{\"$jsii.byref\":\"" + object + "\"},\"property\":\"" + property + "\"}";
    }

    private static String stackOf(String object) {
        return "{\"api\":\"sinvoke\",\"fqn\":\"cdktf.TerraformStack\",\"method\":\"of\",\"args\":[{\"$jsii.byref\":\""
                + object + "\"}]}";
    }
}
