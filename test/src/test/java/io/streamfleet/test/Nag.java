package io.streamfleet.test;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.NagReportFormat;
import java.util.List;

/** Makes cdk-nag's pack, which writes what it found as JSON beside the templates. */
final class Nag {
    private Nag() {}

    static AwsSolutionsChecks awsSolutions() {
        return AwsSolutionsChecks.Builder.create()
                .reports(true)
                .reportFormats(List.of(NagReportFormat.JSON))
                .build();
    }
}
