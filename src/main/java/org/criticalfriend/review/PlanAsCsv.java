package org.criticalfriend.review;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Targets and next steps as a table for spreadsheets, for the school's own use (P28). */
final class PlanAsCsv {

    private static final List<String> HEADINGS = List.of(
            "Kind",
            "Number",
            "Text",
            "Comes from",
            "Theme",
            "Who looks after it",
            "Done by",
            "Where it stood",
            "Where it shall stand",
            "Where it stands now",
            "How we see it works",
            "Key issue",
            "Development plan",
            "Support",
            "Status",
            "What shows it");

    private PlanAsCsv() {}

    static String of(String commitment, List<Target> targets, List<PlanInWords.Line> actions) {
        Stream<List<String>> rows = Stream.of(
                        Stream.of(HEADINGS),
                        Stream.of(List.of("Commitment", "", commitment)).filter(row -> !commitment.isEmpty()),
                        targets.stream()
                                .map(target -> List.of(
                                        "Target",
                                        String.valueOf(target.number()),
                                        target.text(),
                                        "",
                                        target.theme() == null ? "" : target.theme())),
                        actions.stream().map(PlanAsCsv::row))
                .flatMap(all -> all);
        return Csv.of(rows);
    }

    private static List<String> row(PlanInWords.Line action) {
        String support = Stream.concat(
                        Stream.of(action.ownSupport()).filter(own -> !own.isEmpty()),
                        action.support().stream()
                                .map(given -> "%s (%s), %s".formatted(given.who(), given.byWhen(), given.state())))
                .collect(Collectors.joining("; "));
        return List.of(
                "Next step",
                String.valueOf(action.number()),
                action.what(),
                action.origin(),
                action.theme(),
                action.owner(),
                action.due(),
                action.baseline(),
                action.aim(),
                action.measuredNow(),
                action.successSign(),
                action.keyIssue() ? "yes" : "",
                action.sdpLink(),
                support,
                action.status(),
                action.evidence());
    }
}
