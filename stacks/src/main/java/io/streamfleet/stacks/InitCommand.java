package io.streamfleet.stacks;

import io.streamfleet.stacks.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives a commented description to start from. */
@Command(
        name = "init",
        description = {
            "Give a commented description to start from.",
            "It is valid as it is, with every other key beside it in a comment. Prints it, or writes it to a new file."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  streamfleet init red5 aws", "  streamfleet init red5 google -o live.yaml"})
final class InitCommand implements Callable<Integer> {
    /** The products and clouds that there is a starting point for. */
    private static final List<String> KNOWN = List.of("red5 aws", "red5 google", "red5 azure");

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PRODUCT", description = "The streaming product: red5.")
    private String product;

    @Parameters(index = "1", paramLabel = "CLOUD", description = "The cloud: aws, google or azure.")
    private String cloud;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to this file, which must not exist yet. Default: print.")
    private Path output;

    @Override
    public Integer call() {
        String wanted = product + " " + cloud;
        if (!KNOWN.contains(wanted)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "got " + wanted + ", must be " + String.join(", ", KNOWN.subList(0, KNOWN.size() - 1)) + " or "
                            + KNOWN.get(KNOWN.size() - 1));
        }
        String text = startingPoint(product, cloud);
        if (output == null) {
            spec.commandLine().getOut().print(text);
        } else {
            write(text);
            Words.say(
                    spec.commandLine().getErr(),
                    "wrote " + output + "; change its names and ids, then: streamfleet validate " + output);
        }
        return 0;
    }

    static String startingPoint(String product, String cloud) {
        String name = "init/" + product + "-" + cloud + ".yaml";
        try (InputStream in = InitCommand.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text) {
        try {
            Files.writeString(output, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new Refusal(output + " exists and is left as it is; name another file", e);
        } catch (NoSuchFileException e) {
            throw new Refusal(
                    output + " cannot be written: its folder does not exist; make it, or name another file", e);
        } catch (IOException e) {
            throw new Refusal(output + " cannot be written; name a file in a folder where you may write", e);
        }
    }
}
