package io.streamfleet.core.plan;

import io.streamfleet.core.Violation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is to be said of several flows, for the constructs that make firewall rules of them. */
public final class Flows {
    private Flows() {}

    /**
     * Returns what is wrong with flows that are to become rules, by the path {@code flows}, and with what their parts are
     * to rules.
     *
     * @param known the parts of which that is given
     * @param path where it is given, such as {@code peers}
     */
    public static Stream<Violation> violations(List<Flow> flows, Set<Party> known, String path) {
        return Stream.of(withoutPart(flows), repeated(flows), unknown(flows, known, path))
                .flatMap(found -> found);
    }

    private static Stream<Violation> unknown(List<Flow> flows, Set<Party> known, String path) {
        return flows.stream()
                .flatMap(flow -> Stream.of(flow.from(), flow.to()))
                .filter(party -> party instanceof Party.Part && !known.contains(party))
                .distinct()
                .map(party -> Violation.at(path)
                        .given("nothing for " + party)
                        .allowed("one for every part that a flow names")
                        .todo("add " + party + " to " + path + " or leave its flows out"));
    }

    private static Stream<Violation> withoutPart(List<Flow> flows) {
        return flows.stream()
                .filter(flow -> flow.from() instanceof Party.Addresses && flow.to() instanceof Party.Addresses)
                .map(flow -> Violation.at("flows")
                        .given(flow)
                        .allowed("flows from or to a part of the deployment")
                        .todo("remove it"));
    }

    private static Stream<Violation> repeated(List<Flow> flows) {
        Set<String> seen = new HashSet<>();
        return flows.stream().filter(flow -> !seen.add(flow.name())).map(flow -> Violation.at("flows")
                .given(flow + " twice")
                .allowed("each flow once, since clouds refuse a rule that exists")
                .todo("remove one of them"));
    }
}
