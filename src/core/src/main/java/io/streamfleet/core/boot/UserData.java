package io.streamfleet.core.boot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Composes everything a server needs at its first boot into one {@code #cloud-config} document.
 *
 * <p>Files that hold values of the cloud stand in it as text, so that the cloud can put its values in; all others travel
 * as one compressed archive, since a document with open values cannot be compressed as a whole. The archive is decoded and
 * unpacked by the Python that the boot programs need anyway: base85 and XZ save 3 KB of 16 over cloud-init's own base64
 * and gzip.
 *
 * @param text the document, with the cloud's values still open
 */
public record UserData(BootText text) {
    /**
     * Most bytes of user data on EC2, before base64.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html">EC2 user guide</a>
     */
    public static final int EC2_BYTES = 16_384;

    // On the disk and not in /run: a machine that loses power between cloud-init's stages unpacks it at its next boot.
    private static final String ARCHIVE = "/etc/streamfleet/files";
    private static final List<String> UNPACK = List.of(
            "python3",
            "-c",
            "import base64, io, tarfile; tarfile.open(fileobj=io.BytesIO(base64.b85decode(open('" + ARCHIVE
                    + "').read()))).extractall('/')");

    /** Returns the document that only puts files on a server. */
    public static UserData of(List<BootFile> files) {
        return of(new Boot(files, List.of(), List.of()));
    }

    /**
     * Returns the document of a whole boot.
     *
     * @throws IllegalArgumentException if two files have one path
     */
    public static UserData of(Boot boot) {
        distinct(boot.files());
        var document = new ArrayList<BootText>();
        document.add(BootText.of("#cloud-config\n# by streamfleet\n"));
        section("bootcmd", boot.early(), document);
        var packed =
                boot.files().stream().filter(file -> file.content().isLiteral()).toList();
        if (!boot.files().isEmpty()) {
            document.add(BootText.of("write_files:\n"));
        }
        boot.files().stream().filter(file -> !file.content().isLiteral()).forEach(file -> document.add(plain(file)));
        var late = new ArrayList<List<String>>();
        if (!packed.isEmpty()) {
            document.add(BootText.of(
                    "- path: " + ARCHIVE + "\n  content: \"" + Base85.encode(Archive.tarXz(packed)) + "\"\n"));
            late.add(UNPACK);
        }
        late.addAll(boot.late());
        section("runcmd", late, document);
        return new UserData(BootText.concat(document));
    }

    /** Returns the document with the cloud's values put in as the given function writes them. */
    public String render(Function<CloudValue, String> values) {
        return text.render(values);
    }

    /** Returns the bytes that are known now, without the cloud's values. */
    public int literalBytes() {
        return text.literalBytes();
    }

    /** Returns the most bytes the document can have on a server, before any encoding. */
    public int maxBytes() {
        return text.maxBytes();
    }

    /**
     * Returns this document if it fits.
     *
     * @param limitBytes most bytes the cloud takes, such as {@link #EC2_BYTES}
     * @throws IllegalArgumentException if it could be larger, saying by how much
     */
    public UserData fitting(int limitBytes) {
        if (maxBytes() > limitBytes) {
            throw new IllegalArgumentException("user data: got up to " + maxBytes() + " bytes (" + literalBytes()
                    + " written, " + (maxBytes() - literalBytes()) + " for values of the cloud), must be at most "
                    + limitBytes);
        }
        return this;
    }

    private static void distinct(List<BootFile> files) {
        var seen = new HashSet<String>();
        String twice = files.stream()
                .map(BootFile::path)
                .filter(path -> !seen.add(path))
                .collect(Collectors.joining(", "));
        if (!twice.isEmpty()) {
            throw new IllegalArgumentException("boot files: two for one path: " + twice);
        }
    }

    private static void section(String name, List<List<String>> commands, List<BootText> document) {
        if (!commands.isEmpty()) {
            document.add(BootText.of(name + ":\n"));
            for (List<String> command : commands) {
                document.add(BootText.of(command.stream()
                        .map(word -> '"' + Json.escaped(word) + '"')
                        .collect(Collectors.joining(", ", "- [", "]\n"))));
            }
        }
    }

    private static BootText plain(BootFile file) {
        return BootText.of("- path: " + file.path() + "\n  permissions: '"
                        + file.mode().octal() + "'\n  content: ")
                .plus(scalar(file.content()))
                .plus("\n");
    }

    /** A YAML block, which reads as the file itself, where YAML keeps the text as it is; else a quoted one. */
    private static BootText scalar(BootText text) {
        String sample = text.render(value -> "x");
        if (sample.matches("[!-~][ -~]*\n([ -~]*[!-~]\n)*")) {
            return BootText.of("|\n    ")
                    .plus(text.mapLiterals(part -> part.replace("\n", "\n    ")))
                    .trimmed();
        }
        return BootText.of("\"").plus(text.mapLiterals(Json::escaped)).plus("\"");
    }
}
