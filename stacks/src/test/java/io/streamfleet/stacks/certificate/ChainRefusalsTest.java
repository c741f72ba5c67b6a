package io.streamfleet.stacks.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused of a chain, and what is warned of: its order, its time, its hosts, its purpose. */
class ChainRefusalsTest extends PfxRequested {
    private static Instant end(String name) {
        return ChainFile.read(pki.file(name)).server().getNotAfter().toInstant();
    }

    private static Instant start(String name) {
        return ChainFile.read(pki.file(name)).server().getNotBefore().toInstant();
    }

    @Test
    void fails_chainInReverse_saysTheOrder() {
        chain = pki.join("reverse.pem", "root.pem", "authority.pem", "live.pem");
        host = Optional.empty();
        isRefused(
                chain + ": got the certificates in the order (CN=Root), (CN=Authority), (CN=live), must be each before"
                        + " its issuer: (CN=live), (CN=Authority), (CN=Root); put them in this order");
    }

    @Test
    void fails_rootBeforeAuthority_saysTheOrder() {
        chain = pki.join("swapped.pem", "live.pem", "root.pem", "authority.pem");
        isRefused(
                chain + ": got the certificates in the order (CN=live), (CN=Root), (CN=Authority), must be each before"
                        + " its issuer: (CN=live), (CN=Authority), (CN=Root); put them in this order");
    }

    @Test
    void fails_chainWithAGap_saysWhatIsMissing() {
        chain = pki.join("gap.pem", "live.pem", "root.pem");
        isRefused(
                chain + ": got certificate 2 (CN=Root) after certificate 1 (CN=live), must be its issuer, CN=Authority;"
                        + " get the chain from the issuer");
    }

    @Test
    void fails_serverTwice_saysWhatIsMissing() {
        chain = pki.join("twice.pem", "live.pem", "live.full.pem");
        isRefused(
                chain + ": got certificate 2 (CN=live) after certificate 1 (CN=live), must be its issuer, CN=Authority;"
                        + " get the chain from the issuer");
    }

    @Test
    void fails_issuerOfTheSameNameWithAnotherKey() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        new Pki(elsewhere);
        Files.copy(elsewhere.resolve("authority.pem"), folder.resolve("impostor.pem"));
        chain = pki.join("impostor.full.pem", "live.pem", "impostor.pem");
        isRefused(chain + ": got certificate 2 (CN=Authority) after certificate 1 (CN=live), must be its issuer,"
                + " CN=Authority; get the chain from the issuer");
    }

    @Test
    void fails_issuerThatMayNotIssue() {
        pki.issueBy("live", "below", EC, 30, "", "live.example.com");
        chain = pki.join("below.full.pem", "below.pem", "live.full.pem");
        key = pki.file("below.key");
        now = start("below.pem").plusSeconds(1);
        assertThatThrownBy(this::read)
                .hasMessage(chain + ": got certificate 2 (CN=live) as an issuer, must be a certificate authority's;"
                        + " no client trusts it: get the chain from the issuer");
    }

    @Test
    void fails_certificateThatEnded() {
        now = end("live.pem").plusMillis(1500);
        isRefused(chain + ": got certificate 1 (CN=live), which ended at " + end("live.pem")
                + ", must be valid now, at " + end("live.pem").plusSeconds(1) + "; renew it");
    }

    @Test
    void fails_certificateThatIsNotYetValid_sayingSoOfEach() {
        now = start("live.pem").minus(Duration.ofDays(1));
        isRefused(
                chain + ": got certificate 1 (CN=live), which is valid from " + start("live.pem")
                        + ", must be valid now, at " + now + "; wait, or set this machine's clock",
                chain + ": got certificate 2 (CN=Authority), which is valid from " + start("authority.pem")
                        + ", must be valid now, at " + now + "; wait, or set this machine's clock");
    }

    @Test
    void pfx_atTheCertificatesLastMoment_isMadeWithAWarning() {
        now = end("live.pem");
        assertThat(read().warnings())
                .containsExactly(
                        chain + ": certificate 1 (CN=live) ends at " + now + ", in less than a day; renew it soon");
    }

    @ParameterizedTest
    @CsvSource({"29, 29 days", "1, 1 day"})
    void pfx_withinAMonthOfTheEnd_isMadeWithAWarning(int days, String words) {
        now = end("live.pem").minus(Duration.ofDays(days));
        assertThat(read().warnings())
                .containsExactly(chain + ": certificate 1 (CN=live) ends at " + end("live.pem") + ", in " + words
                        + "; renew it soon");
    }

    @Test
    void pfx_aMonthBeforeTheEnd_isMadeWithoutAWarning() {
        now = end("live.pem").minus(Duration.ofDays(30));
        assertThat(read().warnings()).isEmpty();
    }

    @Test
    void pfx_withARootThatEnded_isMade() {
        pki.openssl("x509 -in root.pem -signkey root.key -days 1 -out old-root.pem");
        chain = pki.join("old.pem", "live.full.pem", "old-root.pem");
        now = end("old-root.pem").plus(Duration.ofDays(1));
        assertThat(read().warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "www.example.com", "a.b.live.example.com", "live.example.com.evil.com"})
    void fails_hostThatTheCertificateDoesNotName(String other) {
        host = Optional.of(other);
        isRefused("--for: got " + other + ", must be a host that " + chain
                + " names (live.example.com, *.live.example.com); request a certificate for " + other
                + ", or name another SPEC or HOST");
    }

    @Test
    void pfx_forAHostOfTheWildcard_isMade() {
        host = Optional.of("www.live.example.com");
        assertThat(read().warnings()).isEmpty();
    }

    @Test
    void fails_hostThatIsTheCommonNameAlone() {
        chain = pki.issue("live.example.net", EC, 90);
        key = pki.file("live.example.net.key");
        host = Optional.of("live.example.net");
        isRefused("--for: got live.example.net, must be a host that " + chain
                + " names (it names none: a common name does not count); request a certificate for live.example.net,"
                + " or name another SPEC or HOST");
    }

    @Test
    void pfx_ofASelfSignedCertificate_isMadeWithAWarning() {
        pki.openssl("req -x509 -newkey " + EC + " -nodes -keyout self.key -out self.pem -days 90 -subj /CN=self"
                + " -addext subjectAltName=DNS:live.example.com");
        chain = pki.file("self.pem");
        key = pki.file("self.key");
        assertThat(read().warnings())
                .containsExactly(
                        chain + ": certificate 1 (CN=self) is self-signed; no client trusts it that was not told to");
    }

    @Test
    void pfx_ofTheServersCertificateAlone_isMadeWithAWarning() {
        chain = pki.file("live.pem");
        assertThat(read().warnings())
                .containsExactly(chain + ": holds certificate 1 (CN=live) alone; clients also need its issuer's,"
                        + " CN=Authority, unless they know it; name fullchain.pem");
    }

    @Test
    void fails_certificateThatIsNotForServers() {
        chain = pki.issueBy("authority", "client", EC, 90, "extendedKeyUsage=clientAuth\n", "live.example.com");
        key = pki.file("client.key");
        isRefused(chain
                + ": got certificate 1 (CN=client), which is not for TLS servers, must have the extended key usage"
                + " serverAuth; request one for a server");
    }

    @Test
    void pfx_withoutExtendedKeyUsage_isMade() {
        chain = pki.issueBy("authority", "any", EC, 90, "", "live.example.com");
        key = pki.file("any.key");
        assertThat(read().warnings()).isEmpty();
    }
}
