package io.streamfleet.core.rules;

import static io.streamfleet.core.rules.Live.change;
import static io.streamfleet.core.rules.Live.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.reader.SpecReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TogetherRulesTest {
    @TempDir
    Path folder;

    private static String named(String name) {
        return with(
                "name: live", "name: " + name, "domain: live", "domain: " + name, "prefix: live", "prefix: " + name);
    }

    private static List<String> together(String... texts) {
        return Rules.checkTogether(Stream.of(texts).map(Live::spec).toList())
                .map(found -> found.index() + " " + found.violation().severity() + " " + found.violation())
                .toList();
    }

    @Test
    void check_deploymentsApart_pass() {
        assertThat(together(Live.TEXT, named("show"), named("corp"))).isEmpty();
    }

    @Test
    void check_oneDeployment_passes() {
        assertThat(together(Live.TEXT)).isEmpty();
        assertThat(together()).isEmpty();
    }

    @Test
    void fails_oneNameTwice() {
        assertThat(together(Live.TEXT, named("show"), change(named("corp"), "name: corp", "name: live")))
                .containsExactly(
                        "2 ERROR name: got live, the name of another description of this app, must be a name of its "
                                + "own; rename one of them");
    }

    @ParameterizedTest
    @CsvSource({"node, nodedev", "nodedev, node", "node, node"})
    void fails_prefixThatBeginsAnothers(String first, String second) {
        String one = change(named("corp"), "prefix: corp-node", "prefix: " + first);
        String other = change(named("show"), "prefix: show-node", "prefix: " + second);
        assertThat(together(one, other))
                .containsExactly("1 ERROR nodes.prefix: got " + second + ", must be neither the beginning of " + first
                        + " (nodes.prefix of corp) nor begun by it, or one deployment deletes the other's nodes; take prefixes "
                        + "that differ early, such as show-node");
    }

    @Test
    void fails_prefixThatBeginsAnothersServers() {
        String one = change(named("corp"), "prefix: corp-node", "prefix: sho");
        assertThat(together(one, named("show")))
                .containsExactly(
                        "1 ERROR nodes.prefix: got show-node, must be neither the beginning of sho (nodes.prefix of "
                                + "corp) nor begun by it, or one deployment deletes the other's nodes; take prefixes that differ "
                                + "early");
        String apart = change(named("show"), "prefix: show-node", "prefix: node");
        assertThat(together(one, apart))
                .containsExactly(
                        "1 ERROR nodes.prefix: got node beside sho of corp, must be prefixes that begin no other "
                                + "deployment's name, or its servers are deleted as stray nodes; take prefixes such as show-node");
    }

    @Test
    void check_onePrefixInTwoAccounts_passes() {
        String one = change(named("corp"), "prefix: corp-node", "prefix: node");
        String other = change(named("show"), "prefix: show-node", "prefix: node");
        assertThat(together(one, other.replace("111122223333", "444455556666"))).isEmpty();
        assertThat(together(one, change(other, "  account: \"111122223333\"\n", "")))
                .hasSize(1);
    }

    @Test
    void fails_oneDomainTwice() {
        assertThat(together(named("corp"), change(named("show"), "domain: show", "domain: corp")))
                .containsExactly(
                        "1 ERROR domain: got corp.example.com, the domain of corp, must be a host name of its own, since "
                                + "a record leads to one deployment; take another name");
    }

    @Test
    void warns_oneDatabaseTwice() {
        String[] database = {
            "create: { instanceType: db.t4g.medium }",
            "existing: { host: db.example.com, user: live, securityGroup: sg-0123456789abcdef0 }"
        };
        assertThat(together(change(named("corp"), database), change(named("show"), database)))
                .containsExactly(
                        "1 WARNING database.existing.host: got db.example.com:3306, the database of corp, must be a "
                                + "database of its own, since both keep their node groups in the schema cluster; give each deployment "
                                + "a database");
        assertThat(together(
                        change(named("corp"), database),
                        change(change(named("show"), database), "user: live", "port: 3307, user: live")))
                .isEmpty();
    }

    @Test
    void fails_severalAtOnce_tellsEachAtItsLaterOne() {
        assertThat(together(Live.TEXT, Live.TEXT, Live.TEXT))
                .hasSize(6)
                .allMatch(message -> message.startsWith("1 ") || message.startsWith("2 "));
    }

    @Test
    void fails_filesOfOneApp_tellsTheFileAndLine() throws Exception {
        Path one = Files.writeString(folder.resolve("one.yaml"), Live.TEXT);
        Path two = Files.writeString(folder.resolve("two.yaml"), change(named("show"), "name: show", "name: live"));
        assertThatThrownBy(() -> SpecReader.read(List.of(one, two)))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage(
                        "name: got live, the name of another description of this app, must be a name of its own; rename one "
                                + "of them (" + two + ":1:1)");
    }

    private static String onGoogle(String project) {
        return LiveGoogle.with(
                "name: live", "name: show", "domain: live", "domain: show", "project: example", "project: " + project);
    }

    @Test
    void fails_prefixOfAnotherDeploymentOfTheProject() {
        assertThat(together(LiveGoogle.TEXT, onGoogle("example")))
                .singleElement()
                .asString()
                .startsWith("1 ERROR nodes.prefix: got live-node, must be neither the beginning of live-node");
        assertThat(together(LiveGoogle.TEXT, onGoogle("another"))).isEmpty();
    }

    /** Each cloud's controller sees its own cloud alone. */
    @Test
    void check_prefixOfADeploymentOfAnotherCloud_passes() {
        assertThat(together(Live.TEXT, onGoogle("example"))).isEmpty();
    }

    private static String onAzure(String... changes) {
        return Live.change(
                LiveAzure.with(
                        "name: live\n", "name: show\n", "domain: live", "domain: show", "prefix: live", "prefix: show"),
                changes);
    }

    @Test
    void fails_resourcePrefixOfAnotherDeploymentOfTheGroup() {
        String prefix = "  location: eastus\n  resourcePrefix: live\n";
        assertThat(together(LiveAzure.TEXT, onAzure("  location: eastus\n", prefix)))
                .containsExactly(
                        "1 ERROR azure.resourcePrefix: got live, that of live in the same group and location, must be a"
                                + " prefix of its own, since network and firewall are found by it; take another, or another resource"
                                + " group");
        assertThat(together(LiveAzure.TEXT, onAzure())).isEmpty();
        assertThat(together(
                        LiveAzure.TEXT, onAzure("  location: eastus\n", prefix, "existing: red5", "existing: another")))
                .isEmpty();
    }
}
