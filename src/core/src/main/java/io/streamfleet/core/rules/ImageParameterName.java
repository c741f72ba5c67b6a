package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.AwsImage;
import java.util.stream.Stream;

/** Keeps the image's SSM parameter to 15 levels, and warns of AWS's own, which hold stock images without the product. */
final class ImageParameterName implements Red5OnAwsRule {
    private static final String PATH = Red5View.path("image.parameter");
    private static final int DEEPEST = 15;

    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        return cluster.awsTier().image() instanceof AwsImage.Parameter parameter
                ? check(parameter.name())
                : Stream.empty();
    }

    private static Stream<Violation> check(String name) {
        long levels = name.chars().filter(letter -> letter == '/').count();
        if (levels > DEEPEST) {
            return Stream.of(Violation.at(PATH)
                    .given("a name of " + levels + " levels")
                    .allowed("of at most " + DEEPEST + ", the most that SSM has"));
        }
        return Stream.of(Violation.at(PATH)
                        .given(name)
                        .allowed("a parameter of your own, since AWS's hold images without a Stream Manager")
                        .todo("build an image and put its id into a parameter")
                        .asWarning())
                .filter(warning -> name.startsWith("/aws/"));
    }
}
