package io.streamfleet.test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** The project's own compiled classes, read once. */
final class Code {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("io.streamfleet");

    private Code() {}

    static JavaClasses classes() {
        return CLASSES;
    }
}
