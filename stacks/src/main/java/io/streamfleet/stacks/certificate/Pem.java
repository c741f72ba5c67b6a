package io.streamfleet.stacks.certificate;

import io.streamfleet.stacks.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The blocks of a PEM file (RFC 7468), in its order. Takes what editors, mail and other systems make of such files: any
 * line ends, a byte order mark, text between blocks, files joined without a line end between them.
 */
record Pem(Path file, List<Block> blocks) {
    private static final Pattern BEGIN = Pattern.compile("-----BEGIN ([A-Z0-9][A-Z0-9 ]*)-----");
    private static final String NEXT = "-----BEGIN ";

    /**
     * One block.
     *
     * @param type what its first line says that it is
     * @param line where it begins, from 1
     * @param hasCipher whether its content is enciphered in the way of OpenSSL before PKCS #8
     */
    record Block(String type, int line, boolean hasCipher, byte[] bytes) {
        boolean isKey() {
            return type.endsWith("PRIVATE KEY");
        }

        boolean isCertificate() {
            return type.equals("CERTIFICATE") || type.equals("X509 CERTIFICATE");
        }
    }

    Pem {
        blocks = List.copyOf(blocks);
    }

    /**
     * Reads a file.
     *
     * @param option the option by which it was named, for messages
     * @throws Refusal when it cannot be read, or a block is damaged
     */
    static Pem read(Path file, String option) {
        String text = new String(InputFile.read(file, option), StandardCharsets.UTF_8).replace("\uFEFF", "");
        List<Block> blocks = new ArrayList<>();
        Matcher begin = BEGIN.matcher(text);
        int from = 0;
        while (begin.find(from)) {
            String type = begin.group(1);
            int line = 1
                    + (int) text.substring(0, begin.start()).lines().count()
                    - (begin.start() == 0 || text.charAt(begin.start() - 1) == '\n' ? 0 : 1);
            int end = text.indexOf("-----END " + type + "-----", begin.end());
            int next = text.indexOf(NEXT, begin.end());
            if (end < 0 || next >= 0 && next < end) {
                throw new Refusal(file + ": got " + type + " without its end, must be closed by -----END " + type
                        + "-----; copy the file again (" + file + ":" + line + ")");
            }
            blocks.add(block(file, type, line, text.substring(begin.end(), end)));
            from = end;
        }
        return new Pem(file, blocks);
    }

    private static Block block(Path file, String type, int line, String body) {
        List<String> lines = body.lines().map(String::strip).toList();
        boolean hasCipher =
                lines.stream().anyMatch(each -> each.startsWith("Proc-Type:") && each.contains("ENCRYPTED"));
        String content = lines.stream().filter(each -> !each.contains(":")).collect(Collectors.joining());
        try {
            return new Block(type, line, hasCipher, Base64.getDecoder().decode(content));
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    file + ": got " + type + " with damaged content, must be base64; copy the file again (" + file + ":"
                            + line + ")",
                    e);
        }
    }
}
