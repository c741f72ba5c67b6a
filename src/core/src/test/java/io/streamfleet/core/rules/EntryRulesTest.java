package io.streamfleet.core.rules;

import static io.streamfleet.core.rules.Live.CERTIFICATE;
import static io.streamfleet.core.rules.Live.change;
import static io.streamfleet.core.rules.Live.told;
import static io.streamfleet.core.rules.Live.top;
import static io.streamfleet.core.rules.Live.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryRulesTest {
    private static final String DNS = "dns: { zone: example.com, zoneId: Z0123456789ABCDEFGHIJ }";
    private static final String TLS = "tls: { certificate: \"" + CERTIFICATE + "\" }";
    private static final String REMEDY = "; request or import one there, or set tls: {issue: {}} with dns";

    private static String dns(String more) {
        return with("ABCDEFGHIJ }", "ABCDEFGHIJ, " + more + " }");
    }

    private static String certificate(String arn) {
        return with(CERTIFICATE, arn);
    }

    @ParameterizedTest
    @ValueSource(strings = {"live.example.org", "example.com.evil.org", "notexample.com", "my.com"})
    void fails_domainOutsideItsZone(String domain) {
        assertThat(told(with("domain: live.example.com", "domain: " + domain)))
                .containsExactly("domain: got " + domain
                        + ", must be in dns.zone (example.com); correct one of them (live.yaml:4:1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "a.b.c.example.com"})
    void check_domainInItsZone_passes(String domain) {
        assertThat(told(with("domain: live.example.com", "domain: " + domain))).isEmpty();
    }

    @Test
    void fails_ttlOnAlias() {
        assertThat(told(dns("ttl: 5m")))
                .containsExactly(
                        "dns.ttl: got 5m with record: alias, must be absent: an alias has the load balancer's own; "
                                + "remove it, or set record: cname (live.yaml:12:58)");
    }

    @Test
    void check_ttlOnCname_passes() {
        assertThat(told(dns("record: cname, ttl: 5m"))).isEmpty();
    }

    @Test
    void fails_cnameAtTheZonesTop() {
        assertThat(told(change(dns("record: cname"), "domain: live.example.com", "domain: example.com")))
                .containsExactly("dns.record: got cname for example.com, the zone's own name, must be alias there; "
                        + "set record: alias, or take a name below the zone (live.yaml:12:58)");
    }

    @Test
    void check_aliasAtTheZonesTop_passes() {
        assertThat(told(change(dns("record: alias"), "domain: live.example.com", "domain: example.com")))
                .isEmpty();
    }

    @Test
    void fails_issuedCertificateWithoutZone() {
        assertThat(told(with(TLS, "tls: { issue: {} }", DNS + "\n", "")))
                .containsExactly(
                        "dns: got nothing with tls: issue, must be the domain's zone, where a record proves the "
                                + "certificate; add dns: {zone, zoneId}, or set tls: {certificate: ARN} (live.yaml:1:1)");
    }

    @Test
    void fails_issuedCertificateWithABadZone_toldOfTheZoneAlone() {
        assertThat(told(with(TLS, "tls: { issue: {} }", "zoneId: Z0123456789ABCDEFGHIJ", "zoneId: mine")))
                .containsExactly("dns.zoneId: got mine, must be a hosted zone id, such as Z0123456789ABCDEFGHIJ "
                        + "(live.yaml:12:27)");
    }

    @Test
    void check_issuedCertificateWithZone_passes() {
        assertThat(told(with(TLS, "tls: { issue: {} }"))).isEmpty();
    }

    @Test
    void check_existingCertificateWithoutZone_passes() {
        assertThat(told(with(DNS + "\n", ""))).isEmpty();
    }

    @Test
    void fails_issuedCertificateForALongName() {
        String name = "a".repeat(53) + ".example.com";
        assertThat(told(with(TLS, "tls: { issue: {} }", "domain: live.example.com", "domain: " + name)))
                .containsExactly(
                        "domain: got a name of 65 characters with tls: issue, must be at most 64, the longest that "
                                + "AWS Certificate Manager issues for; shorten it, or set tls: certificate (live.yaml:4:1)");
    }

    @Test
    void check_longestNameForAnIssuedCertificate_passes() {
        String name = "a".repeat(52) + ".example.com";
        assertThat(told(with(TLS, "tls: { issue: {} }", "domain: live.example.com", "domain: " + name)))
                .isEmpty();
        assertThat(told(with("domain: live.example.com", "domain: aaaaaaaaa" + name)))
                .isEmpty();
    }

    @Test
    void fails_certificateOfAnotherRegion() {
        assertThat(told(certificate(CERTIFICATE.replace("us-east-1", "eu-west-1"))))
                .containsExactly("tls.certificate: got a certificate in eu-west-1, must be in aws.region (us-east-1)"
                        + REMEDY + " (live.yaml:11:8)");
    }

    @Test
    void fails_certificateOfAnotherPartition() {
        assertThat(told(certificate(CERTIFICATE.replace("arn:aws:", "arn:aws-cn:"))))
                .containsExactly(
                        "tls.certificate: got an ARN of partition aws-cn, must be of aws, the partition of us-east-1"
                                + REMEDY + " (live.yaml:11:8)");
    }

    @Test
    void fails_certificateOfAnotherAccount() {
        assertThat(told(certificate(CERTIFICATE.replace("111122223333", "444455556666"))))
                .containsExactly("tls.certificate: got a certificate of account 444455556666, must be of aws.account "
                        + "(111122223333)" + REMEDY + " (live.yaml:11:8)");
    }

    @Test
    void check_certificateWithoutAccountInTheDescription_passes() {
        String text = certificate(CERTIFICATE.replace("111122223333", "444455556666"));
        assertThat(told(change(text, "  account: \"111122223333\"\n", ""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "cn-north-1, aws-cn",
        "us-gov-west-1, aws-us-gov",
        "eusc-de-east-1, aws-eusc",
        "us-isob-east-1, aws-iso-b"
    })
    void check_certificateOfTheRegionsPartition_passes(String region, String partition) {
        String text = with("us-east-1", region, "arn:aws:", "arn:" + partition + ":");
        assertThat(told(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ELBSecurityPolicy-2016-08",
                "ELBSecurityPolicy-TLS-1-0-2015-04",
                "ELBSecurityPolicy-TLS-1-1-2017-01",
                "ELBSecurityPolicy-FS-2018-06",
                "ELBSecurityPolicy-TLS13-1-0-2021-06",
                "ELBSecurityPolicy-TLS13-1-1-2021-06"
            })
    void fails_tlsBelow12(String policy) {
        assertThat(told(top("entry: { tlsPolicy: " + policy + " }")))
                .containsExactly(
                        "entry.tlsPolicy: got " + policy + ", must be a policy of TLS 1.2 or newer alone: TLS13-1-2, "
                                + "TLS13-1-3, TLS-1-2 or FS-1-2; leave the key out for ELBSecurityPolicy-TLS13-1-2-2021-06 "
                                + "(live.yaml:24:10)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ELBSecurityPolicy-TLS13-1-2-2021-06",
                "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
                "ELBSecurityPolicy-TLS13-1-3-2021-06",
                "ELBSecurityPolicy-TLS-1-2-Ext-2018-06",
                "ELBSecurityPolicy-FS-1-2-Res-2020-10"
            })
    void check_tlsOf12_passes(String policy) {
        assertThat(told(top("entry: { tlsPolicy: " + policy + " }"))).isEmpty();
    }

    @Test
    void warns_privateSourceOfAdmin() {
        assertThat(told(top("entry: { adminFrom: [198.51.100.0/24, 10.0.0.0/8] }")))
                .containsExactly(
                        "warning: entry.adminFrom[1]: got 10.0.0.0/8, must be a public range, since the entry sees no "
                                + "private address; give the public address that these users come from (live.yaml:24:39)");
    }

    @Test
    void check_publicSourceOfAdmin_passes() {
        assertThat(told(top("entry: { adminFrom: [198.51.100.0/24, 203.0.113.7/32] }")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "logs..example",
                "logs.-example",
                "logs-.example",
                "192.168.5.4",
                "xn--logs",
                "sthree-logs",
                "logs-s3alias",
                "logs--ol-s3",
                "logs.mrap",
                "logs--x-s3"
            })
    void fails_bucketNameThatS3Refuses(String name) {
        assertThat(told(top("entry: { accessLogs: { bucket: " + name + " } }")))
                .containsExactly(
                        "entry.accessLogs.bucket: got " + name + ", must be a bucket's name: no dot beside a dot or "
                                + "hyphen, no address, none of S3's own prefixes and endings; correct it, or set create: {} "
                                + "(live.yaml:24:24)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"logs", "live.example.com-logs", "1-logs-2"})
    void check_bucketName_passes(String name) {
        assertThat(told(top("entry: { accessLogs: { bucket: " + name + " } }"))).isEmpty();
    }
}
