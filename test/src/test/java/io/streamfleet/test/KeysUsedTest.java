package io.streamfleet.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamfleet.core.Cloud;
import io.streamfleet.stacks.Main;
import io.streamfleet.test.provider.OfflineTerraform;
import io.streamfleet.test.provider.Workspace;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Each key and each choice of a description is in one that is synthesised: in a shipped one, or in a variation of one here,
 * which the CDK validates as users have it, or Terraform takes up offline.
 */
class KeysUsedTest {
    private static final JsonNode SCHEMA = Json.read(specs().resolve("streamfleet.schema.json"));

    private static final String GROUP = "group: { max: 4 }";

    /** Choices that are refused on a cloud, though the word is known there: each with a description that shows it. */
    private static final List<Refused> REFUSED = List.of(
            new Refused(
                    ".database.create.access=public",
                    new Variation(
                            "a public database on AWS",
                            Cloud.AWS,
                            "red5-aws-minimal",
                            Map.of("db.t4g.medium", "db.t4g.medium, access: public"))),
            new Refused(
                    ".streamManager.rollout=idle",
                    new Variation(
                            "idle servers replaced on Google Cloud",
                            Cloud.GOOGLE,
                            "red5-google-minimal",
                            Map.of(GROUP, GROUP + "\n  rollout: idle"))),
            new Refused(
                    ".streamManager.rollout=idle",
                    new Variation(
                            "idle servers replaced on Azure",
                            Cloud.AZURE,
                            "red5-azure-minimal",
                            Map.of(GROUP, GROUP + "\n  rollout: idle"))));

    /**
     * A changed copy of a shipped description.
     *
     * @param edits what is written in whose place
     */
    private record Variation(String what, Cloud cloud, String shipped, Map<String, String> edits) {
        String description() {
            String text = Project.read(specs().resolve(shipped + ".yaml"));
            for (Map.Entry<String, String> edit : edits.entrySet()) {
                assertThat(text).contains(edit.getKey());
                text = text.replace(edit.getKey(), edit.getValue());
            }
            return text;
        }

        @Override
        public String toString() {
            return what;
        }
    }

    private record Refused(String choice, Variation variation) {
        @Override
        public String toString() {
            return variation.what();
        }
    }

    private static Stream<Refused> refused() {
        return REFUSED.stream();
    }

    private static Stream<Variation> variations() {
        String inPublic = GROUP + "\n  publicAddress: true";
        return Stream.of(
                new Variation(
                        "servers with public addresses and no NAT on AWS",
                        Cloud.AWS,
                        "red5-aws-minimal",
                        Map.of(GROUP, inPublic, "10.30.0.0/20", "10.30.0.0/20, nat: none")),
                new Variation(
                        "servers with public addresses, and a state among others, on Google Cloud",
                        Cloud.GOOGLE,
                        "red5-google-minimal",
                        Map.of(
                                GROUP,
                                inPublic,
                                "tls: { managed: {} }",
                                "tls: { managed: {} }\nbackend: { gcs: { bucket: states, prefix: tiny } }")),
                new Variation(
                        "servers with public addresses, and a gateway without a firewall, on Azure",
                        Cloud.AZURE,
                        "red5-azure-minimal",
                        Map.of(
                                GROUP,
                                inPublic,
                                "database: {",
                                "entry: { sku: Standard_v2, adminFrom: [0.0.0.0/0] }\ndatabase: {")));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("no key and no choice of the schema is without a description that is synthesised")
    void schema_ofCloud_isUsedWhole(Cloud cloud) {
        Set<String> known = new TreeSet<>();
        known("", SCHEMA.at("/$defs/red5-" + cloud.key()), known);
        Set<String> used = new TreeSet<>();
        Stream.concat(
                        Shipped.files().stream()
                                .filter(file -> file.getFileName().toString().startsWith("red5-" + cloud.key()))
                                .map(Project::read),
                        variations().filter(each -> each.cloud() == cloud).map(Variation::description))
                .forEach(text -> used("", yaml(text), known, used));

        assertThat(known).hasSizeGreaterThan(100);
        known.removeAll(used);
        assertThat(known)
                .as("use each in a shipped description, or in a variation here")
                .containsExactlyElementsOf(REFUSED.stream()
                        .filter(each -> each.variation().cloud() == cloud)
                        .map(Refused::choice)
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void fails_refusedChoice_namesIt(Refused refused) {
        StringWriter said = new StringWriter();

        assertThat(synth(refused.variation(), Project.scratch("variation"), said))
                .isEqualTo(1);
        String[] choice = refused.choice().substring(1).split("=");
        assertThat(said.toString()).contains(choice[0] + ": got " + choice[1]);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("variations")
    void variation_isSynthesisedAndTaken(Variation variation) {
        Path folder = Project.scratch("variation");
        StringWriter said = new StringWriter();

        int status = synth(variation, folder, said);

        assertThat(status).as(said.toString()).isZero();
        if (variation.cloud() != Cloud.AWS) {
            Path stack = folder.resolve("cdktf.out/stacks/"
                    + yaml(variation.description()).get("name").asText());
            takeUp(stack.getFileName().toString(), Project.read(stack.resolve("cdk.tf.json")));
        }
    }

    @Test
    void fails_keyThatNobodyUses_isFound() {
        Set<String> known = new TreeSet<>();
        known("", Json.parse("""
                {"properties": {"a": {"enum": ["x", "y"], "default": "x"}, "b": {"type": "boolean"}, "c": {}}}"""), known);
        Set<String> used = new TreeSet<>();
        used("", yaml("a: x\nb: true\n"), known, used);
        known.removeAll(used);

        assertThat(known).containsExactly(".a=y", ".b=false", ".c");
    }

    private static int synth(Variation variation, Path folder, StringWriter said) {
        Path file = folder.resolve("varied.yaml");
        Project.write(file, variation.description());
        PrintWriter words = new PrintWriter(said, true);
        return Main.run(words, words, "synth", file.toString(), "-o", folder.toString());
    }

    private static void takeUp(String name, String template) {
        Terraform.needed();
        try (OfflineTerraform terraform = Terraform.start("terraform-variation")) {
            Workspace workspace = terraform.workspace(name, template);
            workspace.init().orFail();
            workspace.plan().orFail();
            workspace.apply().orFail();
            assertThat(workspace.planAgain().status()).isZero();
        }
    }

    private static void known(String path, JsonNode schema, Set<String> known) {
        if (schema.has("$ref")) {
            known(path, SCHEMA.at(schema.get("$ref").asText().substring(1)), known);
        }
        String usual = schema.path("default").asText();
        schema.path("enum").forEach(value -> choice(path, value.asText(), usual, known));
        if (schema.path("type").asText().equals("boolean")) {
            List.of("true", "false").forEach(value -> choice(path, value, usual, known));
        }
        schema.path("properties").properties().forEach(each -> {
            known.add(path + "." + each.getKey());
            known(path + "." + each.getKey(), each.getValue(), known);
        });
        known(path + ".*", schema, "additionalProperties", known);
        schema.path("patternProperties").forEach(each -> known(path + ".*", each, known));
        known(path + "[]", schema, "items", known);
        List.of("anyOf", "oneOf", "allOf").forEach(word -> schema.path(word).forEach(each -> known(path, each, known)));
    }

    private static void known(String path, JsonNode schema, String word, Set<String> known) {
        if (schema.path(word).isObject()) {
            known(path, schema.get(word), known);
        }
    }

    /** What is used by leaving it out needs no mention. */
    private static void choice(String path, String value, String usual, Set<String> known) {
        if (!value.equals(usual)) {
            known.add(path + "=" + value);
        }
    }

    private static void used(String path, JsonNode value, Set<String> known, Set<String> used) {
        value.properties().forEach(each -> {
            String key = path + "." + each.getKey();
            boolean isKey = known.contains(key);
            if (isKey) {
                used.add(key);
            }
            used(isKey ? key : path + ".*", each.getValue(), known, used);
        });
        if (value.isArray()) {
            value.forEach(each -> used(path + "[]", each, known, used));
        } else if (value.isValueNode()) {
            used.add(path + "=" + value.asText());
        }
    }

    private static JsonNode yaml(String text) {
        return new ObjectMapper().valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
    }

    private static Path specs() {
        return Project.root().resolve("stacks").resolve("specs");
    }
}
