package io.streamfleet.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Holds that the build keeps modules from depending on what they must not know, and that whatever it uses is pinned. It
 * reads the build files: a refusal of Enforcer's own would take a Maven process of ten seconds, and what it would show,
 * that Enforcer refuses what it is told to, is Enforcer's own promise.
 */
class BuildWallsTest {
    private static final List<String> MODULES = List.of(
            "src/core/pom.xml",
            "src/streammanager/pom.xml",
            "src/aws/pom.xml",
            "src/terraform/pom.xml",
            "src/google/pom.xml",
            "src/azure/pom.xml",
            "stacks/pom.xml",
            "test/provider/pom.xml",
            "test/pom.xml");

    @Test
    @DisplayName("core depends on no cloud SDK and no other module")
    void core_bannedDependencies_areTheCloudsAndTheOthers() throws Exception {
        Document core = pom("src/core/pom.xml");

        assertThat(texts(core, "exclude"))
                .contains(
                        "software.amazon.awscdk",
                        "software.amazon.jsii",
                        "software.constructs",
                        "com.hashicorp",
                        "io.cdktn",
                        "io.streamfleet");
        assertThat(texts(core, "include")).isEmpty();
        assertThat(wallGoals(core)).containsExactly("enforce");
    }

    @Test
    @DisplayName("streammanager depends on no cloud SDK and no other module")
    void streammanager_bannedDependencies_areTheCloudsAndTheOthers() throws Exception {
        Document client = pom("src/streammanager/pom.xml");

        assertThat(texts(client, "exclude"))
                .contains("software.amazon.awscdk", "com.hashicorp", "io.cdktn", "io.streamfleet");
        assertThat(wallGoals(client)).containsExactly("enforce");
    }

    @Test
    @DisplayName("aws depends on core alone among the modules, and on no other cloud")
    void aws_bannedDependencies_areTheOtherClouds() throws Exception {
        Document aws = pom("src/aws/pom.xml");

        assertThat(texts(aws, "exclude")).contains("com.hashicorp", "io.cdktn", "io.streamfleet");
        assertThat(texts(aws, "include")).containsExactly("io.streamfleet:streamfleet-core");
        assertThat(wallGoals(aws)).containsExactly("enforce");
    }

    @Test
    @DisplayName("google depends on core, terraform and its provider's bindings, and on no other cloud")
    void google_bannedDependencies_areTheOtherClouds() throws Exception {
        Document google = pom("src/google/pom.xml");

        assertThat(texts(google, "exclude"))
                .contains("software.amazon.awscdk", "com.hashicorp", "io.cdktn", "io.streamfleet");
        assertThat(texts(google, "include"))
                .containsExactly(
                        "io.streamfleet:streamfleet-core",
                        "io.streamfleet:streamfleet-terraform",
                        "io.streamfleet:cdktf",
                        "io.streamfleet:cdktf-provider-google");
        assertThat(wallGoals(google)).containsExactly("enforce");
    }

    @Test
    @DisplayName("azure depends on core, terraform and its providers' bindings, and on no other cloud")
    void azure_bannedDependencies_areTheOtherClouds() throws Exception {
        Document azure = pom("src/azure/pom.xml");

        assertThat(texts(azure, "exclude"))
                .contains("software.amazon.awscdk", "com.hashicorp", "io.cdktn", "io.streamfleet");
        assertThat(texts(azure, "include"))
                .containsExactly(
                        "io.streamfleet:streamfleet-core",
                        "io.streamfleet:streamfleet-terraform",
                        "io.streamfleet:cdktf",
                        "io.streamfleet:cdktf-provider-azurerm",
                        "io.streamfleet:cdktf-provider-time");
        assertThat(wallGoals(azure)).containsExactly("enforce");
    }

    @Test
    @DisplayName("walls are left out by the launcher's profile alone, which builds and tests nothing else")
    void walls_offSwitch_isTheLaunchersAlone() throws Exception {
        for (String module :
                Stream.concat(Stream.of("pom.xml"), MODULES.stream()).toList()) {
            assertThat(Project.read(Project.root().resolve(module)))
                    .as(module)
                    .doesNotContain("enforcer.skip")
                    .doesNotContain("<fail>false</fail>");
            assertThat(texts(pom(module), "id").stream()
                            .filter("launcher"::equals)
                            .count())
                    .as(module)
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    @DisplayName("modules name no version: the parent pins every library and plugin, without ranges")
    void versions_ofLibrariesAndPlugins_arePinnedByTheParent() throws Exception {
        for (String module : MODULES) {
            assertThat(versionsOf(pom(module), "dependency")).as(module).isEmpty();
            assertThat(versionsOf(pom(module), "plugin")).as(module).isEmpty();
        }
        Document parent = pom("pom.xml");
        assertThat(versionsOf(parent, "dependency")).isNotEmpty().noneMatch(version -> version.matches(".*[\\[(,].*"));
        NodeList managed =
                ((Element) parent.getElementsByTagName("pluginManagement").item(0)).getElementsByTagName("plugin");
        assertThat(IntStream.range(0, managed.getLength())
                        .mapToObj(i -> (Element) managed.item(i))
                        .filter(plugin -> plugin.getElementsByTagName("version").getLength() == 0))
                .isEmpty();
    }

    /** Returns the goals of the execution that is called wall. */
    private static List<String> wallGoals(Document pom) {
        NodeList executions = pom.getElementsByTagName("execution");
        return IntStream.range(0, executions.getLength())
                .mapToObj(i -> (Element) executions.item(i))
                .filter(execution -> texts(execution, "id").contains("wall"))
                .flatMap(execution -> texts(execution, "goal").stream())
                .toList();
    }

    /** Returns the versions that stand right in the elements of a name, but for those of a parent or an annotation path. */
    private static List<String> versionsOf(Document pom, String name) {
        NodeList elements = pom.getElementsByTagName(name);
        return IntStream.range(0, elements.getLength())
                .mapToObj(i -> (Element) elements.item(i))
                .flatMap(element -> IntStream.range(0, element.getChildNodes().getLength())
                        .mapToObj(i -> element.getChildNodes().item(i))
                        .filter(child -> child.getNodeName().equals("version"))
                        .map(child -> child.getTextContent().strip()))
                .toList();
    }

    private static List<String> texts(Document document, String name) {
        return texts(document.getDocumentElement(), name);
    }

    private static List<String> texts(Element element, String name) {
        NodeList found = element.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent().strip())
                .toList();
    }

    private static Document pom(String path) throws Exception {
        Path file = Project.root().resolve(path);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }
}
