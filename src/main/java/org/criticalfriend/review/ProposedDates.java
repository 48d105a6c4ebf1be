package org.criticalfriend.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.criticalfriend.calendar.Blackout;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.calendar.YearNotEntered;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.partnership.Register;
import org.springframework.stereotype.Service;

/** Says, before a review is planned or moved, when everything would fall for a visit, and what would be awkward about it. */
@Service
public class ProposedDates {

    private final Deadlines deadlines;
    private final SchoolCalendars calendars;
    private final Register register;

    ProposedDates(Deadlines deadlines, SchoolCalendars calendars, Register register) {
        this.deadlines = deadlines;
        this.calendars = calendars;
        this.register = register;
    }

    /**
     * When everything of a review would fall.
     *
     * @param planningMeeting day of the planning meeting
     * @param questionsIssued day by which the host has the questions
     * @param visitFirst first visit day
     * @param visitLast last visit day
     * @param workshop day of the improvement workshop
     * @param reflectionDeadline the reflection deadline that will be suggested
     * @param followUp day of the follow-up meeting; empty if it lies in a school year without terms
     * @param warnings what would be awkward, in words
     */
    public record Proposal(
            LocalDate planningMeeting,
            LocalDate questionsIssued,
            LocalDate visitFirst,
            LocalDate visitLast,
            LocalDate workshop,
            LocalDate reflectionDeadline,
            Optional<LocalDate> followUp,
            List<String> warnings) {}

    /**
     * The dates of a visit at a school, by the lead times of a partnership.
     *
     * @param first first visit day, a pupil day of the host
     * @param last last visit day, a pupil day of the host
     * @throws DatesRefused in words, if the school cannot be visited then
     * @throws YearNotEntered if the visit lies in a school year without terms
     */
    public Proposal forVisit(String partnership, String host, LocalDate first, LocalDate last) {
        ReviewDates dates = deadlines.of(Review.planned(
                "proposed", new PlannedReview(partnership, host, null, first, last, Map.of(), Map.of())));
        DatesRefused.unlessPossible(dates, first, last);
        return new Proposal(
                dates.appointment(AppointmentKind.PLANNING_MEETING),
                dates.day(LeadTimes.ISSUE_QUESTIONS),
                first,
                last,
                dates.appointment(AppointmentKind.WORKSHOP),
                dates.day(LeadTimes.REFLECTION_DEADLINE),
                followUp(dates),
                warnings(dates, blackoutsOf(partnership, host)));
    }

    /** Those of the whole partnership; those of the school are in its calendar. */
    private List<Blackout> blackoutsOf(String partnership, String host) {
        String phase =
                register.school(host).map(school -> school.phase().name()).orElse("");
        return calendars.blackoutsOf(partnership).stream()
                .filter(blackout -> blackout.concerns(phase))
                .toList();
    }

    private static Optional<LocalDate> followUp(ReviewDates dates) {
        try {
            return Optional.of(dates.appointment(AppointmentKind.FOLLOW_UP));
        } catch (YearNotEntered e) {
            return Optional.empty();
        }
    }

    private static List<String> warnings(ReviewDates dates, List<Blackout> blackouts) {
        List<String> warnings = new ArrayList<>();
        LocalDate planning = dates.appointment(AppointmentKind.PLANNING_MEETING);
        LocalDate questions = dates.day(LeadTimes.ISSUE_QUESTIONS);
        if (!planning.isBefore(questions)) {
            warnings.add("There is no gap between the planning meeting, %s, and the issue of the questions, %s."
                    .formatted(SchoolTime.words(planning), SchoolTime.words(questions)));
        }
        dates.visitDays().stream()
                .sorted()
                .flatMap(day -> Stream.concat(
                                dates.host().blackoutOn(day).stream(),
                                blackouts.stream().filter(blackout -> blackout.holds(day)))
                        .map(blackout -> "On %s the school should not be visited: %s."
                                .formatted(SchoolTime.words(day), blackout.name())))
                .forEach(warnings::add);
        LocalDate workshop = dates.appointment(AppointmentKind.WORKSHOP);
        dates.host()
                .staffMeetingDay()
                .filter(weekday -> weekday != workshop.getDayOfWeek())
                .ifPresent(weekday ->
                        warnings.add("No staff meeting lies in the window of the workshop; it would be on %s."
                                .formatted(SchoolTime.words(workshop))));
        followUp(dates)
                .ifPresentOrElse(
                        day -> {
                            if (!SchoolYear.of(day)
                                    .equals(SchoolYear.of(dates.review().visitLast()))) {
                                warnings.add("The follow-up meeting would be after the summer holiday, on %s."
                                        .formatted(SchoolTime.words(day)));
                            }
                        },
                        () -> warnings.add(
                                "The follow-up meeting has no day yet: the term dates of the next school year are not entered."));
        return warnings;
    }
}
