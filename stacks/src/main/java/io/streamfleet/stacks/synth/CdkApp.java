package io.streamfleet.stacks.synth;

import io.streamfleet.aws.Red5Stack;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.spec.Red5;
import io.streamfleet.stacks.refusal.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.jsii.JsiiException;

/** Makes CDK apps of plans: one stack a plan, named after it. */
public final class CdkApp {
    /** The name by which {@code cdk -c spec=PATH} gives a description. */
    private static final String SPEC = "spec";

    /** With this, the app writes its validation report and leaves it to its caller to read it. */
    private static final String FAIL_ON_REPORT = "@aws-cdk/core:failSynthOnValidationErrors";

    private CdkApp() {}

    /**
     * Synthesises plans into a folder.
     *
     * @param plans one or more, on AWS
     * @param folder where the assembly goes; it exists and is empty
     * @throws Refusal when a construct refuses, or a template does not pass CloudFormation's validation
     */
    public static void synthesise(List<ClusterPlan> plans, Path folder) {
        Node.require();
        Map<String, Object> context = CdkSettings.context();
        context.put(FAIL_ON_REPORT, false);
        run(() -> {
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

    /**
     * Runs as the app of the {@code cdk} command, which says by its environment where the assembly goes.
     *
     * @param plans gives the plans: of the description that the command names, or of all
     */
    public static void underCdk(Function<Optional<Path>, List<ClusterPlan>> plans) {
        Node.require();
        run(() -> {
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

    /** What the CDK refuses comes with the trace of the other process: only its words are the user's. */
    private static void run(Runnable work) {
        try {
            work.run();
        } catch (JsiiException e) {
            String words = String.valueOf(e.getMessage())
                    .lines()
                    .takeWhile(line -> !line.startsWith("    at "))
                    .filter(line -> !line.isBlank())
                    .limit(40)
                    .reduce((all, line) -> all + "\n" + line)
                    .orElse("no reason given");
            throw new Refusal("the CDK refused: " + words, e);
        }
    }
}
