package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Backend;
import io.streamfleet.core.spec.ClusterSpec;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keeps the state's bucket to names that the cloud gives out. */
final class BackendBucketName implements Rule {
    private static final Pattern OF_S3 = Pattern.compile(".*(\\.\\.|\\.-|-\\.).*|[0-9]+(\\.[0-9]+){3}"
            + "|(xn--|sthree-|amzn-s3-demo-).*|.*(-s3alias|--ol-s3|\\.mrap|--x-s3|--table-s3)");
    private static final Pattern OF_GOOGLE =
            Pattern.compile(".*(\\.\\.|\\.-|-\\.).*|[0-9]+(\\.[0-9]+){3}|goog.*|.*google.*");

    @Override
    public Stream<Violation> check(ClusterSpec spec) {
        return spec.backend().stream().flatMap(BackendBucketName::check);
    }

    private static Stream<Violation> check(Backend backend) {
        if (backend instanceof Backend.S3 s3) {
            return check("backend.s3.bucket", s3.bucket(), OF_S3, "S3");
        }
        return backend instanceof Backend.Gcs gcs
                ? check("backend.gcs.bucket", gcs.bucket(), OF_GOOGLE, "Google")
                : Stream.empty();
    }

    private static Stream<Violation> check(String path, String bucket, Pattern refused, String cloud) {
        return Stream.of(Violation.at(path)
                        .given(bucket)
                        .allowed("a bucket's name: no dot beside a dot or hyphen, no address, none of " + cloud
                                + "'s own words")
                        .todo("correct it"))
                .filter(violation -> refused.matcher(bucket).matches());
    }
}
