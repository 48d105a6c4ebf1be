package org.criticalfriend.review;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.criticalfriend.calendar.SchoolTime;
import org.springframework.stereotype.Component;

/** The action plan as people read it, on its page and in the school's own export (P28). */
@Component
class PlanInWords {

    private final Reviews reviews;
    private final Outcomes outcomes;
    private final Supporters supporters;

    PlanInWords(Reviews reviews, Outcomes outcomes, Supporters supporters) {
        this.reviews = reviews;
        this.outcomes = outcomes;
        this.supporters = supporters;
    }

    /**
     * One action; what is not known is empty.
     *
     * @param origin the target, finding or commitment that it comes from
     * @param support help of other schools, with what has become of it
     */
    record Line(
            int number,
            String what,
            String origin,
            String owner,
            String due,
            String theme,
            String baseline,
            String aim,
            String measuredNow,
            String successSign,
            boolean keyIssue,
            String sdpLink,
            String ownSupport,
            List<SupportLine> support,
            String status,
            String evidence) {}

    /** The actions in their order. */
    List<Line> actionsOf(Review review) {
        Map<UUID, Target> targets =
                outcomes.targetsOf(review).stream().collect(Collectors.toMap(Target::id, Function.identity()));
        Map<UUID, Finding> findings =
                reviews.findingsOf(review).stream().collect(Collectors.toMap(Finding::id, Function.identity()));
        List<Support> all = outcomes.supportOf(review);
        Map<String, String> names = supporters.inWords(all);
        return reviews.actionsOf(review).stream()
                .map(action -> line(
                        action,
                        origin(action, targets, findings),
                        all.stream()
                                .filter(support -> action.id().equals(support.action()))
                                .map(support -> SupportLine.of(support, names))
                                .toList()))
                .toList();
    }

    /** Support visits that belong to no action. */
    List<SupportLine> visitsOf(Review review) {
        List<Support> visits = outcomes.supportOf(review).stream()
                .filter(support -> support.action() == null)
                .toList();
        Map<String, String> names = supporters.inWords(visits);
        return visits.stream().map(support -> SupportLine.of(support, names)).toList();
    }

    private static String origin(Action action, Map<UUID, Target> targets, Map<UUID, Finding> findings) {
        return Stream.of(
                        Optional.ofNullable(action.target())
                                .map(targets::get)
                                .map(target -> "Target " + target.number())
                                .orElse(null),
                        Optional.ofNullable(action.finding())
                                .map(findings::get)
                                .map(finding -> "Finding " + finding.number())
                                .orElse(null))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("The commitment of the staff");
    }

    private static Line line(Action action, String origin, List<SupportLine> support) {
        return new Line(
                action.number(),
                action.what(),
                origin,
                action.owner(),
                SchoolTime.words(action.due()),
                orEmpty(action.theme()),
                orEmpty(action.measure().baseline()),
                orEmpty(action.measure().aim()),
                orEmpty(action.measure().measuredNow()),
                orEmpty(action.successSign()),
                action.keyIssue(),
                orEmpty(action.sdpLink()),
                orEmpty(action.support()),
                support,
                statusWords(action.status()),
                orEmpty(action.evidence()));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    static String statusWords(String status) {
        return switch (orEmpty(status)) {
            case "ON_TRACK" -> "on track";
            case "AT_RISK" -> "at risk";
            case "OFF_TRACK" -> "off track";
            case "DONE" -> "done";
            case "DROPPED" -> "dropped";
            default -> "";
        };
    }
}
