package io.streamfleet.stacks.synth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamfleet.stacks.refusal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What CloudFormation's validation, run by the CDK at each synthesis, says of the templates.
 *
 * @param errors what refuses them, each in one line with stack, resource and rule
 */
record ValidationReport(List<String> errors) {
    private static final Set<String> REFUSING = Set.of("error", "fatal");

    /** Some rules list every value there is. */
    private static final int LONGEST = 400;

    ValidationReport {
        errors = List.copyOf(errors);
    }

    /** Reads the report that the CDK left beside the templates. */
    static ValidationReport read(Path folder) {
        Path file = folder.resolve("validation-report.json");
        if (!Files.exists(file)) {
            return new ValidationReport(List.of());
        }
        try {
            return of(new ObjectMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ValidationReport of(JsonNode report) {
        List<String> errors = new ArrayList<>();
        for (JsonNode plugin : report.path("pluginReports")) {
            int before = errors.size();
            for (JsonNode violation : plugin.path("violations")) {
                if (REFUSING.contains(violation.path("severity").asText())) {
                    errors.add(line(violation));
                }
            }
            if (plugin.path("conclusion").asText().equals("failure") && errors.size() == before) {
                errors.add(plugin.path("pluginName").asText() + " failed and gave no reason");
            }
        }
        return new ValidationReport(errors);
    }

    private static String line(JsonNode violation) {
        JsonNode construct = violation.path("violatingConstructs").path(0);
        String where = construct.path("constructPath").asText();
        String property = construct
                .path("cloudFormationResource")
                .path("propertyPaths")
                .path(0)
                .asText();
        String rule = violation.path("ruleName").asText();
        return (where.isEmpty() ? "" : where + (property.isEmpty() ? "" : " " + property) + ": ")
                + shortened(violation.path("description").asText().strip().replaceAll("\\s*\\R\\s*", " "))
                + (rule.isEmpty() ? "" : " (" + rule + ")");
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    /** Refuses where there is an error. */
    void throwIfRefused() {
        if (!errors.isEmpty()) {
            throw new Refusal(String.join("\n", errors)
                    + "\nrefused: a template does not pass CloudFormation's validation; nothing was written");
        }
    }
}
