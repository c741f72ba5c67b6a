package io.streamfleet.test;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A program of someone else's, against the published modules.
 *
 * @param folder where it is compiled and runs
 * @param name its main class
 * @param source its source
 */
record Program(Path folder, String name, String source) {
    /** Returns what the compiler says against it; nothing where it compiles. */
    String compile() {
        Path file = folder.resolve(name + ".java");
        Project.write(file, source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        StandardJavaFileManager files = compiler.getStandardFileManager(said, Locale.ROOT, null);
        compiler.getTask(
                        null,
                        files,
                        said,
                        List.of("-proc:none", "--release", "17", "-d", folder.toString(), "-cp", App.classPath()),
                        null,
                        files.getJavaFileObjects(file))
                .call();
        return said.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .map(each -> each.getLineNumber() + ": " + each.getMessage(Locale.ROOT))
                .collect(Collectors.joining("\n"));
    }

    /**
     * Runs it as the command of the CDK or of CDKTF would, which tells it by its environment to write into its own folder.
     *
     * @param from the working directory, where its descriptions are
     */
    App.Result run(Path from) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new App(
                        from,
                        List.of(),
                        Map.of(
                                "CDK_OUTDIR", folder.resolve("cdk.out").toString(),
                                "CDKTF_OUTDIR", folder.resolve("cdktf.out").toString(),
                                "CDK_VALIDATION", "false"))
                .program(java, "-cp", folder + File.pathSeparator + App.classPath(), name);
    }
}
