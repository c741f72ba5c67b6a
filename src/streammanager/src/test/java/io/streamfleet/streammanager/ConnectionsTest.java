package io.streamfleet.streammanager;

import static io.streamfleet.streammanager.Samples.POLICY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamfleet.streammanager.StreamManagerException.Kind;
import io.streamfleet.streammanager.loopback.Certificates;
import io.streamfleet.streammanager.loopback.Fault;
import io.streamfleet.streammanager.loopback.LoopbackStreamManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whom the client speaks with: what it connects to, trusts and follows. */
@Timeout(60)
class ConnectionsTest extends OnLoopback {
    @Test
    void fails_redirect_isNotFollowed() {
        try (LoopbackStreamManager other = LoopbackStreamManager.start("4.0", CANARY)) {
            manager.fail(seen -> true, new Fault.Redirect(other.endpoint() + "/elsewhere"), 1);

            assertThat(fault(() -> client().nodeGroups()))
                    .hasMessageEndingWith("nodegroup: answered 302 and points to " + other.endpoint()
                            + "/elsewhere; it is not followed, since the token would go there;"
                            + " name that address if it is right");
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void fails_nobodyListens_afterFourAttemptsAlsoOfMaking() throws IOException {
        // Its port is nobody else's, and it does not listen.
        try (Socket deaf = new Socket()) {
            deaf.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            String endpoint = "http://127.0.0.1:" + deaf.getLocalPort();

            StreamManagerException said =
                    fault(() -> client(endpoint, Optional.empty()).createScalePolicy(POLICY));

            assertThat(said)
                    .hasMessage("POST " + endpoint
                            + "/streammanager/api/4.0/admin/configurations/scalepolicy: no connection; is " + endpoint
                            + " the right address, open to this machine? (asked 4 times)");
            assertThat(said.kind()).isEqualTo(Kind.UNREACHED);
            assertThat(said.isPerhapsDone()).isFalse();
        }
    }

    @Test
    void fails_noSuchName_saysSo() {
        assertThat(fault(
                        () -> client("http://nowhere.invalid", Optional.empty()).nodeGroups()))
                .hasMessageContaining("there is no such name; is http://nowhere.invalid the right address");
    }

    @Test
    void https_ofTheNamedAuthority_isTrusted() {
        Certificates certificates = Certificates.of(folder, "ip:127.0.0.1");
        try (LoopbackStreamManager secure = LoopbackStreamManager.start("4.0", CANARY, certificates)) {
            assertThat(client(secure.endpoint(), Optional.of(certificates.authority()))
                            .nodeGroups())
                    .isEmpty();
        }
    }

    @Test
    void fails_httpsOfAnUnknownAuthority_sendsNothing() {
        Certificates certificates = Certificates.of(folder, "ip:127.0.0.1");
        try (LoopbackStreamManager secure = LoopbackStreamManager.start("4.0", CANARY, certificates)) {
            StreamManagerException said =
                    fault(() -> client(secure.endpoint(), Optional.empty()).nodeGroups());

            assertThat(said)
                    .hasMessageContaining("nodegroup: the certificate is not trusted (")
                    .hasMessageEndingWith(
                            "; nothing was sent; correct the endpoint's name, or name the file of its authority");
            assertThat(said.kind()).isEqualTo(Kind.UNTRUSTED);
            assertThat(secure.requests()).isEmpty();
        }
    }

    @Test
    void fails_httpsWithAnotherHostsCertificate_sendsNothing() {
        Certificates certificates = Certificates.of(folder, "dns:other.example.com");
        try (LoopbackStreamManager secure = LoopbackStreamManager.start("4.0", CANARY, certificates)) {
            StreamManagerException said = fault(() -> client(secure.endpoint(), Optional.of(certificates.authority()))
                    .nodeGroups());

            assertThat(said).hasMessageContaining("the certificate is not trusted (No subject alternative names");
            assertThat(secure.requests()).isEmpty();
        }
    }

    @Test
    void fails_httpWhereHttpsIsMeant_saysThatItIsNotSecure() {
        String endpoint = manager.endpoint().replace("http:", "https:");

        assertThat(fault(() -> client(endpoint, Optional.empty()).nodeGroups()).getMessage())
                .contains(endpoint + "/streammanager/api/4.0/admin/nodegroup: no ");
    }

    @Test
    void fails_fileOfNoAuthorities_isRefusedBeforeAnyRequest() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        Path text = Files.writeString(folder.resolve("text.pem"), "no certificate");
        Path missing = folder.resolve("missing.pem");

        assertThatThrownBy(() -> client(manager.endpoint(), Optional.of(empty)))
                .hasMessage(empty + " holds no certificate; it must be PEM");
        assertThatThrownBy(() -> client(manager.endpoint(), Optional.of(text)))
                .hasMessage(text + " holds no certificate; it must be PEM");
        assertThatThrownBy(() -> client(manager.endpoint(), Optional.of(missing)))
                .hasMessage(missing + " cannot be read (NoSuchFileException)");
    }
}
