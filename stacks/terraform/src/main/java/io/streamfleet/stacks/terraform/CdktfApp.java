package io.streamfleet.stacks.terraform;

import io.streamfleet.azure.AzureBindings;
import io.streamfleet.core.Cloud;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.spec.Red5;
import io.streamfleet.google.GoogleBindings;
import io.streamfleet.stacks.jsii.JsiiProcess;
import io.streamfleet.stacks.synth.OutputFolder;
import io.streamfleet.stacks.synth.Synthesiser;
import io.streamfleet.terraform.TerraformApp;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import software.constructs.Construct;

/** Makes CDKTF apps of plans: one stack a plan, named after it. Each is written while the next is made. */
public final class CdktfApp implements Synthesiser {
    /** With more in one app, its manifest, which is written with each of them, takes as long as the stacks. */
    private static final int MOST_STACKS = 50;

    /** Gives one description to the app of the {@code cdktf} command, which takes no words for it. */
    private static final String SPEC = "STREAMFLEET_SPEC";

    /** Says to an app of the {@code cdktf} command where its output goes. */
    private static final String OUTPUT = "CDKTF_OUTDIR";

    @Override
    public Set<Cloud> clouds() {
        return EnumSet.of(Cloud.GOOGLE, Cloud.AZURE);
    }

    @Override
    public String folder() {
        return "cdktf.out";
    }

    @Override
    public Path template(ClusterPlan plan) {
        return Path.of("stacks", plan.name(), "cdk.tf.json");
    }

    @Override
    public void prepare(Set<Cloud> known) {
        JsiiProcess.load(TerraformApp.library());
        if (known.contains(Cloud.GOOGLE)) {
            JsiiProcess.load(GoogleBindings.library());
        }
        if (known.contains(Cloud.AZURE)) {
            JsiiProcess.load(AzureBindings.library());
        }
    }

    @Override
    public void synthesise(List<ClusterPlan> plans, Path folder) {
        Path apart = folder.resolve("apart");
        List<CdktfOutput> others = new ArrayList<>();
        JsiiProcess.run("CDKTF", () -> {
            TerraformApp.synthesise(folder, stacks(plans.subList(0, Math.min(MOST_STACKS, plans.size()))));
            for (int from = MOST_STACKS; from < plans.size(); from += MOST_STACKS) {
                Path part = apart.resolve(Integer.toString(from));
                TerraformApp.synthesise(part, stacks(plans.subList(from, Math.min(from + MOST_STACKS, plans.size()))));
                others.add(new CdktfOutput(part));
            }
        });
        if (!others.isEmpty()) {
            new CdktfOutput(folder).add(others);
            OutputFolder.delete(apart);
        }
    }

    private static Map<String, Consumer<Construct>> stacks(List<ClusterPlan> plans) {
        Map<String, Consumer<Construct>> stacks = new LinkedHashMap<>();
        plans.forEach(plan -> stacks.put(plan.name(), app -> add(app, plan)));
        return stacks;
    }

    @Override
    public Optional<String> notUnderItsCommand() {
        return System.getenv(OUTPUT) == null
                ? Optional.of("the cdktf command runs this; to write stacks: streamfleet synth")
                : Optional.empty();
    }

    @Override
    public void underItsCommand(Function<Optional<Path>, List<ClusterPlan>> plans) {
        Optional<Path> file = Optional.ofNullable(System.getenv(SPEC))
                .filter(path -> !path.isEmpty())
                .map(Path::of);
        synthesise(plans.apply(file), Path.of(System.getenv(OUTPUT)));
    }

    private static void add(Construct app, ClusterPlan plan) {
        if (!(plan.spec().product() instanceof Red5)) {
            throw new IllegalStateException("no stack for " + plan.spec().product());
        }
        switch (plan.cloud()) {
            case GOOGLE -> io.streamfleet.google.Red5Stack.of(app, plan);
            case AZURE -> io.streamfleet.azure.Red5Stack.of(app, plan);
            case AWS -> throw new IllegalStateException("no stack on " + plan.cloud());
        }
    }
}
