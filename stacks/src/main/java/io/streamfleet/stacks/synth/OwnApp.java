package io.streamfleet.stacks.synth;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs this app once more beside itself, by the same Java, options, classes and class archive. */
final class OwnApp {
    private OwnApp() {}

    /** Returns the command of another process of this app, before the arguments of the app. */
    static List<String> command(Class<?> main) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Agents, such as a debugger's, listen where the other process would.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-agent") && !option.startsWith("-javaagent"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        return command;
    }

    /**
     * Returns how many processes of this app the machine, or what of it this process may use, carries at a time.
     *
     * @param bytesEach memory that each may come to need
     */
    static int mostProcesses(long bytesEach) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long byMemory = system.getTotalMemorySize() / bytesEach;
        return (int) Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), byMemory));
    }
}
