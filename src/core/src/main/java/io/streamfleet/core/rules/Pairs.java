package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Aws;
import io.streamfleet.core.spec.Azure;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Google;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The pairs of an app's descriptions, each told of once, at the later one. */
final class Pairs {
    private Pairs() {}

    /** A question about a later and an earlier description. */
    @FunctionalInterface
    interface Question {
        /** Returns what is wrong with the later one for the earlier one's sake. */
        Optional<Violation> ask(ClusterSpec later, ClusterSpec earlier);
    }

    /** Returns, for every description, what is wrong with it for the first earlier one's sake. */
    static Stream<FoundTogether> check(List<ClusterSpec> specs, Question question) {
        return IntStream.range(0, specs.size()).boxed().flatMap(later -> IntStream.range(0, later)
                .mapToObj(earlier -> question.ask(specs.get(later), specs.get(earlier)))
                .flatMap(Optional::stream)
                .limit(1)
                .map(violation -> new FoundTogether(later, violation)));
    }

    /** Returns whether two deployments can see each other's servers: in one cloud, account, project or resource group. */
    static boolean mayMeet(ClusterSpec one, ClusterSpec other) {
        if (one.cloud() instanceof Aws first && other.cloud() instanceof Aws second) {
            return first.account().isEmpty()
                    || second.account().isEmpty()
                    || first.account().equals(second.account());
        }
        if (one.cloud() instanceof Google first && other.cloud() instanceof Google second) {
            return first.project().equals(second.project());
        }
        if (one.cloud() instanceof Azure first && other.cloud() instanceof Azure second) {
            return first.subscription().equals(second.subscription())
                    && first.resourceGroup()
                            .name()
                            .equalsIgnoreCase(second.resourceGroup().name());
        }
        return one.cloud().kind() == other.cloud().kind();
    }
}
