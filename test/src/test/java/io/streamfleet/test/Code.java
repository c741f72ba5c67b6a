package io.streamfleet.test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** The project's own compiled classes, read once. */
final class Code {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            // Tests of other modules are folders in a build that ends before packaging, and jars in one that goes on.
            .withImportOption(location -> !location.contains("/test-classes/") && !location.contains("-tests.jar"))
            .importPackages("io.streamfleet");

    private Code() {}

    static JavaClasses classes() {
        return CLASSES;
    }
}
