package io.streamfleet.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds what makes the same description give the same bytes everywhere: nothing asks the machine for its language, its
 * clock, its encoding or for chance, and libraries print nothing.
 */
class HabitsTest {
    private static final String STRING = "java.lang.String";

    private static final Set<String> PRINTS =
            Set.of("printf(java.lang.String,[Ljava.lang.Object;)", "format(java.lang.String,[Ljava.lang.Object;)");

    /** Methods whose answer depends on the machine, by class; an argument list means that one overload alone. */
    private static final Map<String, Set<String>> MACHINE_DEPENDENT = Map.ofEntries(
            Map.entry(
                    STRING,
                    Set.of(
                            "format(java.lang.String,[Ljava.lang.Object;)",
                            "formatted([Ljava.lang.Object;)",
                            "toLowerCase()",
                            "toUpperCase()",
                            "getBytes()",
                            "<init>([B)")),
            Map.entry("java.io.PrintWriter", PRINTS),
            Map.entry("java.io.PrintStream", PRINTS),
            Map.entry("java.io.FileReader", Set.of("<init>(java.lang.String)", "<init>(java.io.File)")),
            Map.entry("java.io.FileWriter", Set.of("<init>(java.lang.String)", "<init>(java.io.File)")),
            Map.entry("java.io.InputStreamReader", Set.of("<init>(java.io.InputStream)")),
            Map.entry("java.io.OutputStreamWriter", Set.of("<init>(java.io.OutputStream)")),
            Map.entry("java.nio.charset.Charset", Set.of("defaultCharset")),
            Map.entry("java.util.Locale", Set.of("getDefault")),
            Map.entry("java.util.TimeZone", Set.of("getDefault")),
            Map.entry("java.util.Date", Set.of("<init>()")),
            Map.entry("java.util.Calendar", Set.of("getInstance")),
            Map.entry("java.util.UUID", Set.of("randomUUID")),
            Map.entry("java.util.Random", Set.of("<init>")),
            Map.entry("java.util.concurrent.ThreadLocalRandom", Set.of("current")),
            Map.entry("java.security.SecureRandom", Set.of("<init>")),
            Map.entry("java.lang.Math", Set.of("random")),
            Map.entry("java.lang.Object", Set.of("hashCode()")),
            Map.entry("java.lang.System", Set.of("currentTimeMillis", "identityHashCode", "lineSeparator")),
            Map.entry("java.time.Clock", Set.of("systemDefaultZone", "systemUTC")),
            Map.entry("java.time.ZoneId", Set.of("systemDefault")),
            Map.entry("java.time.Instant", Set.of("now")),
            Map.entry("java.time.LocalDate", Set.of("now")),
            Map.entry("java.time.LocalTime", Set.of("now")),
            Map.entry("java.time.LocalDateTime", Set.of("now")),
            Map.entry("java.time.OffsetDateTime", Set.of("now")),
            Map.entry("java.time.ZonedDateTime", Set.of("now")),
            Map.entry("java.time.Year", Set.of("now")));

    /** Whether a certificate has ended is a question to the clock; what it makes is no template. */
    private static final String KNOWS_THE_TIME = "io.streamfleet.stacks.CertificatePfxCommand";

    private static final ArchRule NOTHING_ASKS_THE_MACHINE = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(KNOWS_THE_TIME)
            .should(access(MACHINE_DEPENDENT))
            .because("the same description gives the same bytes anywhere");

    private static final ArchRule LIBRARIES_PRINT_NOTHING = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.streamfleet.core..",
                    "io.streamfleet.aws..",
                    "io.streamfleet.terraform..",
                    "io.streamfleet.google..",
                    "io.streamfleet.azure..",
                    "io.streamfleet.streammanager..")
            .should(access(Map.of(
                    "java.lang.System", Set.of("out", "err", "exit"),
                    "java.lang.Runtime", Set.of("exit", "halt"),
                    "java.lang.Throwable", Set.of("printStackTrace"))))
            .because("whoever uses a library decides what is printed and when the process ends");

    @Test
    @DisplayName("nothing asks the machine for language, clock, encoding or chance")
    void code_results_doNotDependOnTheMachine() {
        NOTHING_ASKS_THE_MACHINE.check(Code.classes());
    }

    @Test
    @DisplayName("libraries print nothing and end no process")
    void libraries_streams_areLeftAlone() {
        LIBRARIES_PRINT_NOTHING.check(Code.classes());
    }

    @Test
    @DisplayName("nothing writes to a log of the JDK's or another's")
    void code_logging_isNotUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.util.logging..", "org.slf4j..", "org.apache.logging..", "org.apache.commons.logging..")
                .check(Code.classes());
    }

    @ParameterizedTest
    @ValueSource(classes = {Formats.class, LowerCases.class, AsksTheTime.class, DecodesBytes.class})
    @DisplayName("the rule can fail")
    void fails_machineDependentCall_isFound(Class<?> offender) {
        var classes = new ClassFileImporter().importClasses(offender);

        assertThatThrownBy(() -> NOTHING_ASKS_THE_MACHINE.check(classes))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(offender.getSimpleName());
    }

    static final class Formats {
        String text(int number) {
            return "%d".formatted(number);
        }
    }

    static final class LowerCases {
        String text(String word) {
            return word.toLowerCase();
        }
    }

    static final class AsksTheTime {
        Object time() {
            return java.time.LocalDate.now();
        }
    }

    static final class DecodesBytes {
        String text(byte[] bytes) {
            return new String(bytes);
        }
    }

    private static ArchCondition<JavaClass> access(Map<String, Set<String>> members) {
        return new ArchCondition<>("use what depends on the machine") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    Set<String> named = members.get(access.getTargetOwner().getName());
                    if (named != null && matches(named, access)) {
                        events.add(SimpleConditionEvent.satisfied(type, access.getDescription()));
                    }
                }
            }
        };
    }

    private static boolean matches(Set<String> named, JavaAccess<?> access) {
        String name = access.getTarget().getName();
        if (named.contains(name)) {
            return true;
        }
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && named.contains(target.getRawParameterTypes().stream()
                        .map(JavaClass::getName)
                        .collect(Collectors.joining(",", name + "(", ")")));
    }

    /** The one overload that is right. */
    static final class Right {
        String text(int number) {
            return String.format(Locale.ROOT, "%d", number).toLowerCase(Locale.ROOT);
        }
    }

    @Test
    @DisplayName("the overload with a language is let through")
    void code_overloadWithLanguage_isLetThrough() {
        NOTHING_ASKS_THE_MACHINE.check(new ClassFileImporter().importClasses(Right.class));
    }
}
