package io.streamfleet.core.boot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes a boot as a shell script that a cloud's guest agent runs at every boot, after services that the image has
 * enabled.
 *
 * <p>It puts every file in place anew, so that a boot whose power was cut is made up for by the next one, and then sets
 * a mark that no reboot survives: what starts only with the mark starts with this deployment's files, also where the
 * image brought another's. Run again by hand in the same boot, it changes nothing.
 */
final class StartupScript {
    /** The mark: this boot has put the files in place. */
    static final String MARK = "/run/streamfleet-files";

    private StartupScript() {}

    static BootText text(Boot boot) {
        Packed files = Packed.of(boot);
        var steps = new ArrayList<BootText>();
        boot.early().forEach(command -> steps.add(line(command)));
        files.open().forEach(file -> steps.add(file(file.path(), file.mode(), file.content())));
        files.archive().ifPresent(archive -> {
            steps.add(file(Packed.PATH, FileMode.PRIVATE, BootText.of(archive)));
            steps.add(line(Packed.UNPACK));
        });
        BootText all = BootText.concat(steps);
        return Template.load("units/startup.sh")
                .fill(Map.of(
                        "MARK",
                        BootText.of(MARK),
                        "RUN",
                        run(all),
                        "STEPS",
                        all,
                        "LATE",
                        BootText.concat(
                                boot.late().stream().map(StartupScript::line).toList())));
    }

    /** Tells one content from another: a digest of what is known now, and each value of the cloud. */
    private static BootText run(BootText steps) {
        BootText run = BootText.of(sha256(steps.toString()));
        for (Segment value : steps.segments().stream().distinct().toList()) {
            if (value instanceof CloudValue open) {
                run = run.plus(" ").plus(BootText.of(open));
            }
        }
        return run;
    }

    private static BootText file(String path, FileMode mode, BootText content) {
        String folder = path.substring(0, path.lastIndexOf('/'));
        return BootText.of("mkdir -p " + folder + "\n(umask 077 && printf %s ")
                .plus(quoted(content))
                .plus(" >" + path + ")\nchmod " + mode.octal() + " " + path + "\n");
    }

    private static BootText line(List<String> command) {
        return BootText.of(command.stream()
                .map(word -> word.matches("[A-Za-z0-9_./@%+=:,-]+")
                        ? word
                        : quoted(BootText.of(word)).toString())
                .collect(Collectors.joining(" ", "", "\n")));
    }

    /** Inside single quotes nothing but their end means anything; no value of a cloud holds one. */
    private static BootText quoted(BootText text) {
        return BootText.of("'")
                .plus(text.mapLiterals(literal -> literal.replace("'", "'\\''")))
                .plus("'");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
