package org.criticalfriend.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.YearNotEntered;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.engine.form.Refusal;
import org.criticalfriend.engine.form.TaskInHand;
import org.criticalfriend.review.Reports.Link;
import org.springframework.stereotype.Component;

/**
 * Findings and options, presented to the head and senior team at the end of the day (G20 to G23), and how the team sees the statements
 * of the self-review (P25); sets the reflection deadline (G25).
 */
@Component
class PresentFeedback extends StepOfReview {

    private final Reviews reviews;
    private final Reports reports;
    private final SelfReviews selfReviews;
    private final Deadlines deadlines;
    private final TellsOfReview tells;
    private final Clock clock;

    PresentFeedback(
            Reviews reviews,
            Reports reports,
            SelfReviews selfReviews,
            Heading heading,
            Deadlines deadlines,
            TellsOfReview tells,
            Clock clock) {
        super(reviews, heading);
        this.reviews = reviews;
        this.reports = reports;
        this.selfReviews = selfReviews;
        this.deadlines = deadlines;
        this.tells = tells;
        this.clock = clock;
    }

    @Override
    void prefill(Map<String, Object> form, Review review) {
        List<Question> questions = reviews.questionsOf(review);
        Map<UUID, Question> byId = questions.stream().collect(Collectors.toMap(Question::id, Function.identity()));
        form.put("questionOptions", Row.options(questions, Question::id, Question::numbered));
        List<EvidenceItem> evidence = reviews.evidenceOf(review).stream()
                .sorted(Comparator.comparing(item -> byId.get(item.question()).number()))
                .toList();
        form.put("coverage", Coverage.inWords(questions, evidence));
        form.put(
                "evidence",
                evidence.stream()
                        .map(item -> Row.of(
                                "question", byId.get(item.question()).numbered(),
                                "type", EvidenceType.words(item.type()),
                                "note", item.note()))
                        .toList());
        form.put(
                "evidenceOptions",
                evidence.stream()
                        .map(item -> Row.of(
                                "value", item.id().toString(),
                                "label", item.inShort(),
                                "question", item.question().toString()))
                        .toList());
        form.put("hypothesis", review.hypothesis().orElse(""));
        SelfReviewInForm.show(form, selfReviews, review);
        List<SelfReviewStatement> statements = selfReviews.statementsOf(review);
        form.put(
                "statementOptions",
                Row.options(statements, SelfReviewStatement::id, statement -> Beginning.of(statement.numbered())));
        form.put(
                "teamViews",
                statements.stream()
                        .map(statement -> Row.of("statement", statement.id().toString()))
                        .toList());
        form.put("reflectionDeadline", usualDeadline(review));
    }

    /**
     * As the lead times say, counted from today if that day has passed; later if the school would have had no time to read the report,
     * or the staff too little since their workshop; after a visit in July, whose follow-up is the next thing in September, the day
     * before that. It is one that this step takes.
     */
    private LocalDate usualDeadline(Review review) {
        ReviewDates dates = deadlines.of(review);
        LocalDate usual = dates.day(LeadTimes.REFLECTION_DEADLINE);
        if (!usual.isAfter(SchoolTime.today(clock))) {
            usual = dates.dayCountedFrom(SchoolTime.today(clock), LeadTimes.REFLECTION_DEADLINE);
        }
        LocalDate read = reportIsRead(dates);
        LocalDate wanted = usual.isBefore(read) ? read : usual;
        Optional<LocalDate> latest = latestDeadline(dates);
        return latest.filter(wanted::isAfter).orElseGet(() -> afterWorkshop(dates, wanted, latest));
    }

    /** The first pupil day from {@code wanted} on that leaves time after the workshop, but none after {@code latest}. */
    private static LocalDate afterWorkshop(ReviewDates dates, LocalDate wanted, Optional<LocalDate> latest) {
        LocalDate day = wanted;
        try {
            day = dates.host().forward(wanted);
            while (dates.hasDay(AppointmentKind.WORKSHOP)
                    && !leavesTimeAfterWorkshop(dates, day)
                    && latest.map(day::isBefore).orElse(true)) {
                day = dates.host().plus(day, 1);
            }
            return day;
        } catch (YearNotEntered e) {
            // Nobody can count further than the terms that are entered.
            return day;
        }
    }

    /** The day by which the school has had time to read the report: nobody plans next steps before. */
    private static LocalDate reportIsRead(ReviewDates dates) {
        return dates.day(LeadTimes.CHECK_REPORT);
    }

    /** The pupil day before the follow-up; none if that has no date yet, or has passed. */
    private Optional<LocalDate> latestDeadline(ReviewDates dates) {
        try {
            LocalDate latest = dates.host().plus(dates.appointment(AppointmentKind.FOLLOW_UP), -1);
            return Optional.of(latest).filter(day -> day.isAfter(SchoolTime.today(clock)));
        } catch (YearNotEntered e) {
            return Optional.empty();
        }
    }

    @Override
    void take(Review review, TaskInHand task, Given given) {
        LocalDate deadline = given.requiredDate("reflectionDeadline", "Reflection deadline");
        refuseUnlessOpen(review, deadline);
        List<Finding> findings = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        Map<UUID, List<EvidenceItem>> evidence =
                reviews.evidenceOf(review).stream().collect(Collectors.groupingBy(EvidenceItem::question));
        for (Given row : given.rows("findings")) {
            Finding finding = new Finding(
                    Reviews.newId(),
                    null,
                    review.id(),
                    findings.size() + 1,
                    row.choice("question"),
                    row.text("kind"),
                    row.text("text"));
            findings.add(finding);
            links.addAll(links(finding, row.choices("evidence"), evidence.getOrDefault(finding.question(), List.of())));
        }
        if (findings.isEmpty()) {
            throw Refusal.of("Findings: please note at least one finding.");
        }
        List<ReviewOption> options = new ArrayList<>();
        for (Given row : given.rows("options")) {
            options.add(new ReviewOption(
                    Reviews.newId(),
                    review.id(),
                    options.size() + 1,
                    row.text("option"),
                    row.text("speaksFor"),
                    row.text("speaksAgainst"),
                    row.text("whoWouldHelp")));
        }
        reviews.insert(findings);
        reviews.insert(options);
        reports.link(links);
        selfReviews.writeTeamViews(teamViews(review, given));
        tells.tell(
                News.REFLECTION_DEADLINE_SET,
                reviews.update(review.withFeedback(
                        new Feedback(given.text("hypothesisOutcome"), given.text("distanceToGoal")), deadline)));
    }

    /** The statements on which the team has said something; the others stay open. */
    private List<SelfReviewStatement> teamViews(Review review, Given given) {
        Map<UUID, SelfReviewStatement> statements = selfReviews.statementsOf(review).stream()
                .collect(Collectors.toMap(SelfReviewStatement::id, Function.identity()));
        List<SelfReviewStatement> viewed = new ArrayList<>();
        int number = 0;
        for (Given row : given.allRows("teamViews")) {
            number++;
            if (row.text("view") == null && row.text("note") == null) {
                continue;
            }
            String at = "Statements of the school, row %d, ".formatted(number);
            String view = row.requiredText("view", at + "What does the team say?");
            SelfReviewStatement statement = Optional.ofNullable(statements.remove(row.choice("statement")))
                    .orElseThrow(() -> Refusal.of(at + "Statement: please take each of them once."));
            viewed.add(statement.withTeamView(view, row.text("note")));
        }
        return viewed;
    }

    /** A finding rests on what was ticked; if nothing was, on all that was noted under its question. */
    private static List<Link> links(Finding finding, Set<UUID> ticked, List<EvidenceItem> ofItsQuestion) {
        Set<UUID> there = ofItsQuestion.stream().map(EvidenceItem::id).collect(Collectors.toSet());
        if (!there.containsAll(ticked)) {
            throw Refusal.of(
                    "Findings, row %d, What it rests on: please choose what was noted under the question of this finding."
                            .formatted(finding.number()));
        }
        return (ticked.isEmpty() ? there : ticked)
                .stream().map(item -> new Link(finding.id(), item)).toList();
    }

    private void refuseUnlessOpen(Review review, LocalDate deadline) {
        ReviewDates dates = deadlines.of(review);
        if (!deadline.isAfter(review.visitLast()) || deadline.isBefore(SchoolTime.today(clock))) {
            throw Refusal.of("Reflection deadline: please choose a day that is still to come.");
        }
        latestDeadline(dates).filter(deadline::isAfter).ifPresent(latest -> {
            throw Refusal.of("Reflection deadline: please choose a day before the follow-up meeting, at the latest %s."
                    .formatted(SchoolTime.words(latest)));
        });
        refuseBeforeReport(dates, deadline);
        refuseBeforeWorkshop(dates, deadline);
        if (!dates.host().isPupilDay(deadline)) {
            throw Refusal.of(
                    "Reflection deadline: the school is closed to pupils on that day. The next school day is %s."
                            .formatted(SchoolTime.words(dates.host().forward(deadline))));
        }
    }

    /** Unless nothing else is possible before the follow-up. */
    private void refuseBeforeReport(ReviewDates dates, LocalDate deadline) {
        LocalDate read = reportIsRead(dates);
        boolean canBeLater =
                latestDeadline(dates).map(latest -> !latest.isBefore(read)).orElse(true);
        if (canBeLater && deadline.isBefore(read)) {
            throw Refusal.of(
                    "Reflection deadline: please choose a day on which the school has had time to read the report, %s or later."
                            .formatted(SchoolTime.words(read)));
        }
    }

    /** Unless nothing else is possible before the follow-up. */
    private void refuseBeforeWorkshop(ReviewDates dates, LocalDate deadline) {
        if (!dates.hasDay(AppointmentKind.WORKSHOP)) {
            return;
        }
        LocalDate workshop = dates.appointment(AppointmentKind.WORKSHOP);
        boolean canBeLater = latestDeadline(dates)
                .map(latest -> leavesTimeAfterWorkshop(dates, latest))
                .orElse(true);
        if (canBeLater && !leavesTimeAfterWorkshop(dates, deadline)) {
            throw Refusal.of(
                    "Reflection deadline: too soon after the improvement workshop on %s. Please leave the staff some school days."
                            .formatted(SchoolTime.words(workshop)));
        }
    }

    private static boolean leavesTimeAfterWorkshop(ReviewDates dates, LocalDate deadline) {
        LocalDate latest = dates.of(dates.review().withFeedback(dates.review().feedback(), deadline))
                .day(LeadTimes.WORKSHOP_BEFORE_REFLECTION);
        return !latest.isBefore(dates.appointment(AppointmentKind.WORKSHOP));
    }
}
