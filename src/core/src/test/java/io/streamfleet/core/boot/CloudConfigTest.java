package io.streamfleet.core.boot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.tukaani.xz.XZInputStream;

class CloudConfigTest {
    private static final CloudValue HOST = new CloudValue("host", 30);

    @Test
    void document_commandsAndFiles_isCloudConfig() {
        var file = new BootFile(
                "/etc/a.json",
                FileMode.PRIVATE,
                BootText.of("{\n  \"h\": \"").plus(BootText.of(HOST)).plus("\"\n}\n"));
        var packed = new BootFile("/usr/local/b", FileMode.PROGRAM, BootText.of("#!/bin/sh\n"));
        var data = BootDocument.of(new Boot(
                BootCarrier.EC2_USER_DATA,
                List.of(file, packed),
                List.of(List.of("sh", "-c", "a \"b\"\n\\c é")),
                List.of(List.of("true"))));

        String text = data.render(value -> "db.example.com");

        assertThat(text)
                .startsWith("#cloud-config\n")
                .contains("  content: |\n    {\n      \"h\": \"db.example.com\"\n    }\n");
        var document = parse(text);
        assertThat(document.keySet()).containsExactly("bootcmd", "write_files", "runcmd");
        assertThat(document.get("bootcmd")).isEqualTo(List.of(List.of("sh", "-c", "a \"b\"\n\\c é")));
        assertThat(files(document).get(0))
                .isEqualTo(Map.of(
                        "path",
                        "/etc/a.json",
                        "permissions",
                        "0600",
                        "content",
                        "{\n  \"h\": \"db.example.com\"\n}\n"));
        assertThat(files(document).get(1))
                .containsEntry("path", "/etc/streamfleet/files")
                .containsEntry("content", Base85.encode(Archive.tarXz(List.of(packed))));
        assertThat((List<?>) document.get("runcmd")).hasSize(2).last().isEqualTo(List.of("true"));
    }

    @Property(tries = 300)
    void content_anyText_readsBackTheSame(@ForAll @StringLength(max = 40) String text) {
        String valid = new String(text.getBytes(UTF_8), UTF_8);
        var file = new BootFile(
                "/etc/a",
                FileMode.SHARED,
                BootText.of(valid).plus(BootText.of(HOST)).plus("\n"));

        var document = parse(document(List.of(file)).render(value -> "db"));

        assertThat(files(document).get(0)).containsEntry("content", valid + "db\n");
    }

    @Test
    void archive_files_isTarOfThem() throws IOException {
        var file = new BootFile("/usr/local/b", FileMode.PROGRAM, BootText.of("hello\n"));

        byte[] tar = new XZInputStream(new ByteArrayInputStream(Archive.tarXz(List.of(file)))).readAllBytes();

        assertThat(tar).hasSize(4 * 512).isEqualTo(Archive.tar(List.of(file)));
        assertThat(new String(tar, 0, 512, UTF_8)).startsWith("usr/local/b\0").contains("0000755\0", "ustar\00000");
        assertThat(new String(tar, 512, 6, UTF_8)).isEqualTo("hello\n");
    }

    @Test
    void archive_sameFiles_sameBytesEverywhere() {
        var file = new BootFile("/usr/local/b", FileMode.PROGRAM, BootText.of("hello\n".repeat(100)));

        // Written down, so that another machine, JDK or release of the library that packs otherwise is noticed.
        assertThat(Base64.getEncoder().encodeToString(Archive.tarXz(List.of(file))))
                .isEqualTo(
                        "/Td6WFoAAAFpIt42AgAhARAAAACocI6G4An/AEwDADqdsevveXWFUNTVTGIVAYtz7NCk9jcxohEoPPbGLY9NbcEm3taCwfEGgTTGj8VRuoq73j0qFgfN1FlrbMsjDiA4y80+yb/GKs8/ThsAfhQQFQABZIAUAAAAy+mtPj4wDYsCAAAAAAFZWg==");
    }

    @Test
    void base85_everyLength_isPythons() {
        assertThat(Base85.encode("Hello, world".getBytes(UTF_8))).isEqualTo("NM&qnZ!92pZ*pv8");
        assertThat(Base85.encode(new byte[0])).isEmpty();
        assertThat(Base85.encode(new byte[] {-1})).isEqualTo("{{");
        assertThat(Base85.encode(new byte[] {0, 1})).isEqualTo("009");
        assertThat(Base85.encode(new byte[] {-1, -1, -1, -1, 0})).isEqualTo("|NsC000");
    }

    @Test
    void document_otherLocaleAndZone_sameBytes() {
        var locale = Locale.getDefault();
        var zone = TimeZone.getDefault();
        String here = StreamManagerBoot.document(Samples.created()).toString();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));

            assertThat(StreamManagerBoot.document(Samples.created())).hasToString(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static BootDocument document(List<BootFile> files) {
        return BootDocument.of(new Boot(BootCarrier.EC2_USER_DATA, files, List.of(), List.of()));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> parse(String text) {
        return (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, String>> files(Map<String, Object> document) {
        return (List<Map<String, String>>) document.get("write_files");
    }
}
