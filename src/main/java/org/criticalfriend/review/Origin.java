package org.criticalfriend.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where a target or an action comes from: a target, a finding, or the commitment of the staff. One of them it always is, so that
 * what was seen on the visit day can be followed to the end.
 *
 * @param target key of a target, or empty
 * @param finding key of a finding, or empty
 */
record Origin(Optional<UUID> target, Optional<UUID> finding) {

    private static final String OF_TARGET = "TARGET:";
    private static final String OF_FINDING = "FINDING:";
    private static final String COMMITMENT = "COMMITMENT";

    /** Reads what was chosen from {@link #options}. */
    static Origin chosen(String option) {
        return new Origin(key(option, OF_TARGET), key(option, OF_FINDING));
    }

    private static Optional<UUID> key(String option, String kind) {
        return Optional.of(option)
                .filter(chosen -> chosen.startsWith(kind))
                .map(chosen -> UUID.fromString(chosen.substring(kind.length())));
    }

    /** A target as an option. */
    static String option(Target target) {
        return OF_TARGET + target.id();
    }

    /** What can be chosen: targets first, then findings, and the commitment last. */
    static List<Map<String, Object>> options(List<Target> targets, List<Finding> findings) {
        return Stream.of(
                        targets.stream()
                                .map(target -> Row.of(
                                        "value",
                                        option(target),
                                        "label",
                                        "Target %d: %s".formatted(target.number(), Beginning.of(target.text())))),
                        findings.stream()
                                .map(finding -> Row.of(
                                        "value",
                                        OF_FINDING + finding.id(),
                                        "label",
                                        "Finding %d: %s".formatted(finding.number(), Beginning.of(finding.text())))),
                        Stream.of(Row.of("value", COMMITMENT, "label", "The commitment of the staff")))
                .flatMap(options -> options)
                .toList();
    }
}
