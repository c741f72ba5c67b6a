package io.streamfleet.stacks.jsii;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows the answers of jsii's program to most questions before they are given: an object's reference counts on from the one
 * before, a method without a result has none, and for a name that only the other process knows another one stands until there.
 *
 * <p>Nothing is taken on trust: a question that is not waited for is sent with what its answer was taken to be, and the
 * {@link JsiiHost} of the other process compares. Where it is another, that host does no more, and gives it as the answer of the
 * next question that is waited for.
 */
final class Foresight {
    private static final String NOTHING = "{\"ok\":{}}";

    /** The first number of an object, as jsii's program counts. */
    private static final long FIRST_OBJECT = 10_000;

    /** The beginning of a question for a new object: its class, and what it belongs to. */
    private static final Pattern CREATE =
            Pattern.compile("\\{\"fqn\":\"([^\"]+)\",\"args\":\\[(?:\\{\"\\$jsii\\.byref\":\"([^\"]+)\"})?");

    /** The end of one for an object that is of its class alone. Methods of Java's get into it once it is made. */
    private static final String OF_ITS_CLASS = ",\"interfaces\":[],\"api\":\"create\"}";

    private static final String STACK = "cdktf.TerraformStack";

    private static final Pattern STACK_OF =
            Pattern.compile("\\{\"api\":\"sinvoke\",\"fqn\":\"cdktf\\.TerraformStack\",\"method\":\"of\","
                    + "\"args\":\\[\\{\"\\$jsii\\.byref\":\"([^\"]+)\"}]}");

    private static final String SET = "{\"api\":\"set\",";

    /** The beginning of a call of a method that returns nothing, in whichever class, or in that of CDKTF's apps. */
    private static final Pattern INVOKE =
            Pattern.compile("\\{\"api\":\"invoke\",\"objref\":\\{\"\\$jsii\\.byref\":\"(?:[^\"]+\"},"
                    + "\"method\":\"(?:addOverride|overrideLogicalId|addMetadata|addDependency)\""
                    + "|cdktf\\.App@\\d+\"},\"method\":\"synth\"),");

    /** The beginning of a call that takes a stack out of its app, where it is. */
    private static final Pattern REMOVE = Pattern.compile("\\{\"api\":\"invoke\",\"objref\":\\{\"\\$jsii\\.byref\":"
            + "\"constructs\\.Node@\\d+\"},\"method\":\"tryRemoveChild\",");

    private static final Pattern GET = Pattern.compile(
            "\\{\"api\":\"get\",\"objref\":\\{\"\\$jsii\\.byref\":\"([^\"]+)@\\d+\"},\"property\":\"([^\"]+)\"}");

    /** Words for a module in the languages that jsii knows. */
    private static final Pattern NAMING = Pattern.compile("\\{\"api\":\"naming\",\"assembly\":\"[^\"]+\"}");

    private static final Pattern REFERENCE = Pattern.compile("\"\\$jsii\\.byref\":\"[^\"]+@(\\d+)\"");
    private static final Pattern TOKEN = Pattern.compile("\\{\"ok\":\\{\"value\":\"\\$\\{TfToken\\[TOKEN\\.\\d+]}\"}}");

    /** Classes that cdktf makes of a provider: what they have is an attribute, which is a token, or what was put in. */
    private static final String OF_A_PROVIDER = "@cdktf/provider-";

    private static final String PUT_IN = "Input";

    /** The name of a resource in Terraform, which no caller looks into. */
    private static final String RESOURCE_NAME = "friendlyUniqueId";

    /** The beginning of the names that stand for others, which no text of a description has by chance. */
    private static final String ALIASES = "foreseen9d1c6b2f47e05a38_";

    private final Set<String> attributes = new HashSet<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> stacks = new HashMap<>();
    private long nextObject = FIRST_OBJECT;
    private long aliases;
    private String waiting = "";

    /**
     * What is known of a question's answer.
     *
     * @param sent the question as it goes to the other process; empty when that need not be asked
     * @param answer its answer
     */
    record Foreseen(Optional<String> sent, String answer) {
        /** An answer that the other process gives as well. */
        static Optional<Foreseen> same(String question, String answer) {
            return Optional.of(new Foreseen(Optional.of("=" + answer + "\t" + question), answer));
        }

        /** An answer with a name that stands for a token which the other process gives. */
        static Optional<Foreseen> token(String question, String alias) {
            String answer = "{\"ok\":{\"value\":\"${TfToken[" + alias + "]}\"}}";
            return Optional.of(new Foreseen(Optional.of("$" + alias + "\t" + question), answer));
        }

        /** An answer that is a name which stands for another that the other process gives. */
        static Optional<Foreseen> name(String question, String alias) {
            String answer = "{\"ok\":{\"value\":\"" + alias + "\"}}";
            return Optional.of(new Foreseen(Optional.of("@" + alias + "\t" + question), answer));
        }
    }

    /** Returns what is known of a question's answer; empty when it must be waited for, and then told. */
    Optional<Foreseen> of(String question) {
        waiting = question;
        if (NAMING.matcher(question).matches()) {
            return Optional.ofNullable(names.get(question)).map(answer -> new Foreseen(Optional.empty(), answer));
        }
        Matcher get = GET.matcher(question);
        if (get.matches()) {
            return ofGet(question, get);
        }
        Matcher create = CREATE.matcher(question);
        if (create.lookingAt() && question.endsWith(OF_ITS_CLASS)) {
            return Foreseen.same(question, "{\"ok\":" + reference(create(create.group(1), create.group(2))) + "}");
        }
        Matcher stackOf = STACK_OF.matcher(question);
        if (stackOf.matches() && stacks.containsKey(stackOf.group(1))) {
            return Foreseen.same(question, "{\"ok\":{\"result\":" + reference(stacks.get(stackOf.group(1))) + "}}");
        }
        if (REMOVE.matcher(question).lookingAt()) {
            // Who takes a stack out of its app asks no more for what is in it.
            stacks.clear();
            return Foreseen.same(question, "{\"ok\":{\"result\":true}}");
        }
        return question.startsWith(SET) || INVOKE.matcher(question).lookingAt()
                ? Foreseen.same(question, NOTHING)
                : Optional.empty();
    }

    private String create(String type, String owner) {
        String created = type + "@" + nextObject++;
        String stack = type.equals(STACK) ? created : stacks.get(owner);
        if (stack != null) {
            stacks.put(created, stack);
        }
        return created;
    }

    private static String reference(String object) {
        return "{\"$jsii.byref\":\"" + object + "\"}";
    }

    private Optional<Foreseen> ofGet(String question, Matcher get) {
        if (attributes.contains(attribute(get))) {
            return Foreseen.token(question, nextAlias());
        }
        if (get.group(2).equals(RESOURCE_NAME)) {
            return Foreseen.name(question, nextAlias());
        }
        return Optional.empty();
    }

    private String nextAlias() {
        return ALIASES + aliases++ + "_";
    }

    /** Learns from the answer to the last question, which was waited for. */
    void told(String answer) {
        Matcher references = REFERENCE.matcher(answer);
        while (references.find()) {
            nextObject = Math.max(nextObject, Long.parseLong(references.group(1)) + 1);
        }
        if (NAMING.matcher(waiting).matches() && answer.startsWith("{\"ok\"")) {
            names.put(waiting, answer);
        }
        Matcher get = GET.matcher(waiting);
        if (get.matches() && isAttribute(get) && TOKEN.matcher(answer).matches()) {
            attributes.add(attribute(get));
        }
        waiting = "";
    }

    private static boolean isAttribute(Matcher get) {
        return get.group(1).startsWith(OF_A_PROVIDER) && !get.group(2).endsWith(PUT_IN);
    }

    private static String attribute(Matcher get) {
        return get.group(1) + "." + get.group(2);
    }
}
