package org.criticalfriend.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.criticalfriend.duty.Seat;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.engine.form.TaskInHand;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.springframework.stereotype.Component;

/**
 * The lead reviewer's report (G26). It opens put together from evidence, findings and options. A late one is accepted like any other, and
 * marked. With it evidence closes.
 */
@Component
class WriteReport extends StepOfReview {

    private final Reviews reviews;
    private final Reports reports;
    private final ReportReaders readers;
    private final Seats seats;
    private final People people;
    private final Deadlines deadlines;
    private final Clock clock;

    WriteReport(
            Reviews reviews,
            Reports reports,
            ReportReaders readers,
            Heading heading,
            Seats seats,
            People people,
            Deadlines deadlines,
            Clock clock) {
        super(reviews, heading);
        this.reviews = reviews;
        this.reports = reports;
        this.readers = readers;
        this.seats = seats;
        this.people = people;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    void prefill(Map<String, Object> form, Review review) {
        List<Question> questions = reviews.questionsOf(review);
        List<EvidenceItem> evidence = reviews.evidenceOf(review);
        List<Finding> findings = reviews.findingsOf(review);
        form.put("readers", ReportReaders.inWords(readers.policyOf(review)));
        form.put("notIn", notHandedIn(review, evidence));
        form.put("coverage", Coverage.inWords(questions, evidence));
        form.put("findingsCoverage", Coverage.ofFindings(questions, findings));
        Report.Text text = reports.of(review)
                .map(Report::text)
                .orElseGet(() -> new Report.Text(
                        ReportDraft.summary(review),
                        new ReportDraft(questions, findings, reports.linksOf(review), evidence).findings(),
                        ReportDraft.options(reviews.optionsOf(review)),
                        nextSteps(review)));
        form.put("summary", text.summary());
        form.put("findingsText", text.findings());
        form.put("optionsText", text.options());
        form.put("nextSteps", text.nextSteps());
    }

    /** Reviewers of whom there is no evidence yet, by name; empty if all have handed in. */
    private String notHandedIn(Review review, List<EvidenceItem> evidence) {
        Set<UUID> handedIn = evidence.stream().map(EvidenceItem::seat).collect(Collectors.toSet());
        Map<UUID, Seat> open = seats.of(review.id(), List.of(Duty.LEAD_REVIEWER, Duty.PEER_REVIEWER)).stream()
                .filter(seat -> !handedIn.contains(seat.id()))
                .collect(Collectors.toMap(Seat::id, Function.identity()));
        Set<String> missing = seats.occupants(review.id()).stream()
                .filter(occupant -> occupant.fills() && open.containsKey(occupant.seat()))
                .map(occupant -> occupant.person())
                .collect(Collectors.toSet());
        String names = people.find(missing).values().stream()
                .map(Person::name)
                .sorted()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : names + ".";
    }

    private String nextSteps(Review review) {
        List<String> sentences = new ArrayList<>();
        ReviewDates dates = deadlines.of(review);
        day(dates, AppointmentKind.WORKSHOP)
                .ifPresent(day -> sentences.add(
                        "The improvement workshop with the staff is on %s.".formatted(SchoolTime.words(day))));
        Optional.ofNullable(review.reflectionDeadline())
                .ifPresent(day -> sentences.add("The school takes its time to reflect and agrees its action plan by %s."
                        .formatted(SchoolTime.words(day))));
        day(dates, AppointmentKind.FOLLOW_UP)
                .ifPresent(day ->
                        sentences.add("The follow-up meeting in school is on %s.".formatted(SchoolTime.words(day))));
        return String.join(" ", sentences);
    }

    private static Optional<LocalDate> day(ReviewDates dates, AppointmentKind meeting) {
        return dates.hasDay(meeting) ? Optional.of(dates.appointment(meeting)) : Optional.empty();
    }

    @Override
    void take(Review review, TaskInHand task, Given given) {
        Report.Text text = new Report.Text(
                given.requiredText("summary", "In short"),
                given.text("findingsText"),
                given.text("optionsText"),
                given.text("nextSteps"));
        LocalDate today = SchoolTime.today(clock);
        reports.keep(reports.of(review)
                .map(report -> report.rewritten(text))
                .orElseGet(() -> Report.written(review, isLate(review, today), text)));
        reviews.update(review.withReached(review.reached().withReportWritten(today)));
    }

    /** A day that cannot be told, because term dates are missing, makes nobody late. */
    private boolean isLate(Review review, LocalDate today) {
        try {
            return today.isAfter(deadlines.of(review).day(LeadTimes.WRITE_REPORT));
        } catch (YearNotEntered e) {
            return false;
        }
    }

    /** What is recorded later could not be in the report: the model closes the evidence. */
    @Override
    Map<String, Object> routing(Given given) {
        return Map.of("reportWritten", true);
    }
}
