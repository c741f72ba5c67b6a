package io.streamfleet.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hashicorp.cdktf.TerraformElement;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.constructs.Construct;

/** Holds that CDKTF writes a stack without Java, which makes the next one meanwhile and would refuse the call. */
class CallsFromNodeTest {
    private static final ArchRule CDKTF_CALLS_NO_JAVA = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(
                    "io.streamfleet.terraform..",
                    "io.streamfleet.google..",
                    "io.streamfleet.azure..",
                    "io.streamfleet.test..")
            .should(beCalledByCdktf())
            .because("CDKTF writes a stack while the next one is made (ADR 13)");

    @Test
    @DisplayName("no construct for Terraform puts a method of its own in place of one of CDKTF's")
    void constructs_methods_areNoneOfCdktfs() {
        CDKTF_CALLS_NO_JAVA.check(Code.classes());
    }

    @Test
    @DisplayName("the rule can fail")
    void fails_methodInPlaceOfCdktfs_isFound() {
        var classes = new ClassFileImporter().importClasses(WritesItself.class);

        assertThatThrownBy(() -> CDKTF_CALLS_NO_JAVA.check(classes))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("WritesItself.toTerraform()");
    }

    static final class WritesItself extends TerraformElement {
        WritesItself(Construct scope, String id) {
            super(scope, id);
        }

        @Override
        public Object toTerraform() {
            return Map.of();
        }
    }

    private static ArchCondition<JavaMethod> beCalledByCdktf() {
        return new ArchCondition<>("be in place of a method of CDKTF's") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean overrides = method.getOwner().getAllRawSuperclasses().stream()
                        .filter(CallsFromNodeTest::isOfNode)
                        .anyMatch(type -> declares(type, method));
                if (overrides && !method.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                    events.add(SimpleConditionEvent.satisfied(method, method.getFullName()));
                }
            }
        };
    }

    private static boolean isOfNode(JavaClass type) {
        return type.getPackageName().startsWith("com.hashicorp.cdktf")
                || type.getPackageName().startsWith("software.constructs");
    }

    private static boolean declares(JavaClass type, JavaMethod method) {
        return type.getMethods().stream()
                .anyMatch(each -> each.getName().equals(method.getName())
                        && !each.getModifiers().contains(JavaModifier.STATIC)
                        && each.getRawParameterTypes().equals(method.getRawParameterTypes()));
    }
}
