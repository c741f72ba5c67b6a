package io.streamfleet.stacks.synth;

import io.streamfleet.aws.Red5Stack;
import io.streamfleet.core.Cloud;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.spec.Red5;
import io.streamfleet.stacks.jsii.JsiiProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/** Makes CDK apps of plans on AWS: one stack a plan, named after it. */
public final class CdkApp implements Synthesiser {
    /** The name by which {@code cdk -c spec=PATH} gives a description. */
    private static final String SPEC = "spec";

    /** With this, the app writes its validation report and leaves it to its caller to read it. */
    private static final String FAIL_ON_REPORT = "@aws-cdk/core:failSynthOnValidationErrors";

    @Override
    public Set<Cloud> clouds() {
        return Set.of(Cloud.AWS);
    }

    @Override
    public String folder() {
        return "cdk.out";
    }

    @Override
    public Path template(ClusterPlan plan) {
        return Path.of(plan.name() + ".template.json");
    }

    @Override
    public void prepare(Set<Cloud> known) {
        JsiiProcess.load(software.amazon.awscdk.$Module.class);
    }

    @Override
    public void synthesise(List<ClusterPlan> plans, Path folder) {
        Map<String, Object> context = CdkSettings.context();
        context.put(FAIL_ON_REPORT, false);
        JsiiProcess.run("the CDK", () -> {
            App app = new App(AppProps.builder()
                    .analyticsReporting(false)
                    .context(context)
                    .outdir(folder.toString())
                    .build());
            plans.forEach(plan -> add(app, plan));
            app.synth();
        });
        ValidationReport.read(folder).throwIfRefused();
    }

    @Override
    public Optional<String> notUnderItsCommand() {
        return System.getenv("CDK_OUTDIR") == null
                ? Optional.of("the cdk command runs this; to write templates: streamfleet synth")
                : Optional.empty();
    }

    @Override
    public void underItsCommand(Function<Optional<Path>, List<ClusterPlan>> plans) {
        JsiiProcess.run("the CDK", () -> {
            App app = new App(AppProps.builder().context(CdkSettings.underCdk()).build());
            Optional<Path> file = Optional.ofNullable(app.getNode().tryGetContext(SPEC))
                    .map(String::valueOf)
                    .map(Path::of);
            plans.apply(file).forEach(plan -> add(app, plan));
            app.synth();
        });
    }

    private static void add(App app, ClusterPlan plan) {
        if (!(plan.spec().product() instanceof Red5)) {
            throw new IllegalStateException("no stack for " + plan.spec().product());
        }
        Red5Stack.of(app, plan);
    }
}
