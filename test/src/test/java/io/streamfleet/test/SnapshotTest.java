package io.streamfleet.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.streamfleet.test.Template.Resource;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds what every shipped description becomes against what is kept in {@code test/snapshots}: the template with sorted
 * keys, the boot files as text of their own, and the logical ids in a list of their own, since a changed one replaces its
 * resource.
 */
class SnapshotTest {
    private static final String LAUNCH_TEMPLATE = "AWS::EC2::LaunchTemplate";
    private static final String INSTANCE_TEMPLATE = "google_compute_region_instance_template";
    private static final String SCRIPT = "startup-script";

    @TempDir
    Path folder;

    @Test
    @DisplayName("every shipped description becomes what is kept of it")
    void shippedDescriptions_becomeWhatIsKept() {
        Snapshots snapshots = Snapshots.kept();
        BootFiles bootFiles = new BootFiles();
        Shipped.aws().forEach(each -> addAws(each, snapshots, bootFiles));
        Shipped.google().forEach(each -> addGoogle(each, snapshots, bootFiles));
        Shipped.azure().forEach(each -> addAzure(each, snapshots, bootFiles));
        bootFiles.keep(snapshots);
        snapshots.check();
    }

    /** What boots a server, apart from its stack: the document that carries the files, and the files. */
    private static void addBoot(
            String cloud, String name, String ending, BootDocumentText text, Snapshots snapshots, BootFiles bootFiles) {
        snapshots.add(cloud + "/" + name + ending, text.document());
        bootFiles.add(cloud, name, text.files());
    }

    private static void addAws(Case each, Snapshots snapshots, BootFiles bootFiles) {
        snapshots.add(
                "aws/" + each.name() + ".json",
                templateWithoutBootFiles(each.template()).text());
        snapshots.add("aws/" + each.name() + ".ids.txt", ids(each.template()));
        for (Resource server : each.template().all(LAUNCH_TEMPLATE)) {
            BootDocumentText text = BootDocumentText.ofUserData(server.text("LaunchTemplateData", "UserData"));
            String name = each.name() + "/" + server.id();
            addBoot("aws", name, ".user-data.yaml", text, snapshots, bootFiles);
        }
    }

    private static void addGoogle(TerraformCase each, Snapshots snapshots, BootFiles bootFiles) {
        snapshots.add(
                "google/" + each.name() + ".json",
                stackWithoutBootFiles(each.stack()).text());
        snapshots.add("google/" + each.name() + ".ids.txt", addresses(each.stack()));
        for (Stack.Resource server : each.stack().all(INSTANCE_TEMPLATE)) {
            BootDocumentText text = BootDocumentText.ofScript(server.text("metadata", SCRIPT));
            String name = each.name() + "/" + server.name();
            addBoot("google", name, ".startup-script.sh", text, snapshots, bootFiles);
        }
    }

    private static void addAzure(TerraformCase each, Snapshots snapshots, BootFiles bootFiles) {
        snapshots.add(
                "azure/" + each.name() + ".json",
                stackWithoutCustomData(each.stack()).text());
        snapshots.add("azure/" + each.name() + ".ids.txt", addresses(each.stack()));
        each.stack().json().path("locals").properties().forEach(local -> {
            BootDocumentText text =
                    BootDocumentText.ofCustomData(local.getValue().asText());
            String name = each.name() + "/" + local.getKey();
            addBoot("azure", name, ".yaml", text, snapshots, bootFiles);
        });
    }

    /** Custom data is the only local. */
    private static Stack stackWithoutCustomData(Stack stack) {
        return stack.with(json -> json.path("locals").properties().forEach(local -> ((ObjectNode) json.path("locals"))
                .put(local.getKey(), "(see " + local.getKey() + ".yaml)")));
    }

    private static String addresses(Stack stack) {
        return stack.resources().stream()
                .map(resource -> resource.address() + "\n")
                .collect(Collectors.joining());
    }

    private static Stack stackWithoutBootFiles(Stack stack) {
        return stack.with(json -> json.path("resource")
                .path(INSTANCE_TEMPLATE)
                .properties()
                .forEach(server -> ((ObjectNode) server.getValue().path("metadata"))
                        .put(SCRIPT, "(see " + server.getKey() + ".startup-script.sh)")));
    }

    private static String ids(Template template) {
        return template.resources().stream()
                .map(resource -> resource.id() + " " + resource.type() + "\n")
                .collect(Collectors.joining());
    }

    private static Template templateWithoutBootFiles(Template template) {
        return template.with(json -> template.all(LAUNCH_TEMPLATE).forEach(server -> {
            ObjectNode data = (ObjectNode) json.at("/Resources/" + server.id() + "/Properties/LaunchTemplateData");
            data.put("UserData", "(see " + server.id() + ".user-data.yaml)");
        }));
    }

    @Test
    @DisplayName("a missing snapshot fails, and says how to write it")
    void fails_missingSnapshot_saysTheCommand() {
        Snapshots snapshots = new Snapshots(folder, false);
        snapshots.add("a.json", "{}\n");

        assertThatThrownBy(snapshots::check)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("/a.json is missing")
                .hasMessageContaining(Snapshots.UPDATE);
    }

    @Test
    @DisplayName("a stale snapshot fails, and shows the first lines that differ")
    void fails_staleSnapshot_showsTheDifference() {
        Project.write(folder.resolve("a.json"), "{\n  \"x\": 1\n}\n");
        Snapshots snapshots = new Snapshots(folder, false);
        snapshots.add("a.json", "{\n  \"x\": 2\n}\n");

        assertThatThrownBy(snapshots::check)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("/a.json differs, first at line 2:\n    {\n  -   \"x\": 1\n  +   \"x\": 2\n")
                .hasMessageContaining(Snapshots.UPDATE);
    }

    @Test
    @DisplayName("an orphan fails")
    void fails_orphanedSnapshot_isNamed() {
        Project.write(folder.resolve("gone/b.txt"), "b\n");

        assertThatThrownBy(new Snapshots(folder, false)::check)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("/gone/b.txt is made no longer");
    }

    @Test
    @DisplayName("the flag writes what is missing, rewrites what is stale, deletes what is orphaned")
    void update_allThree_areMendedAndThenHold() {
        Project.write(folder.resolve("a.json"), "old\n");
        Project.write(folder.resolve("gone/b.txt"), "b\n");
        Snapshots updating = new Snapshots(folder, true);
        updating.add("a.json", "new\n");
        updating.add("c.json", "c\n");
        updating.check();

        Snapshots checking = new Snapshots(folder, false);
        checking.add("a.json", "new\n");
        checking.add("c.json", "c\n");
        checking.check();
        assertThat(folder.resolve("gone/b.txt")).doesNotExist();
    }
}
