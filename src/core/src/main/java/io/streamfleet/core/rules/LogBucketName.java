package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.AwsAccessLogs;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keeps the access logs' bucket to names that S3 gives out. */
final class LogBucketName implements Red5OnAwsRule {
    private static final Pattern REFUSED = Pattern.compile(".*(\\.\\.|\\.-|-\\.).*|[0-9]+(\\.[0-9]+){3}"
            + "|(xn--|sthree-|amzn-s3-demo-).*|.*(-s3alias|--ol-s3|\\.mrap|--x-s3|--table-s3)");

    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        return Stream.of(cluster.awsEntry().accessLogs())
                .filter(AwsAccessLogs.Bucket.class::isInstance)
                .map(logs -> ((AwsAccessLogs.Bucket) logs).name())
                .filter(name -> REFUSED.matcher(name).matches())
                .map(name -> Violation.at("entry.accessLogs.bucket")
                        .given(name)
                        .allowed("a bucket's name: no dot beside a dot or hyphen, no address,"
                                + " none of S3's own prefixes and endings")
                        .todo("correct it, or set create: {}"));
    }
}
