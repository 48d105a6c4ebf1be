package org.criticalfriend.review;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.partnership.DbsConfirmation;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.partnership.School;
import org.criticalfriend.partnership.VisitingFacts;
import org.criticalfriend.partnership.VisitingRecords;
import org.criticalfriend.review.VisitSheet.Content;
import org.criticalfriend.review.VisitSheet.Line;
import org.springframework.stereotype.Component;

/**
 * Puts visit sheets together, each with what its reader may know: an office has no business with the content of a review, and whether
 * somebody's check is in order is told to the host school, to whoever is in charge, to the person and to the office of their school.
 */
@Component
class VisitSheets {

    private final Reviews reviews;
    private final Appointments appointments;
    private final Visitors visitors;
    private final VisitingRecords records;
    private final Register register;

    VisitSheets(
            Reviews reviews, Appointments appointments, Visitors visitors, VisitingRecords records, Register register) {
        this.reviews = reviews;
        this.appointments = appointments;
        this.visitors = visitors;
        this.records = records;
        this.register = register;
    }

    /** The sheet of a review's visit for somebody whom the review concerns. */
    VisitSheet of(Review review, Standing reader) {
        School host = register.school(review.host()).orElseThrow();
        VisitingFacts facts = records.factsOf(host.id());
        Optional<Appointment> visit = appointments.of(review.reference()).stream()
                .filter(appointment -> appointment.kind() == AppointmentKind.VISIT)
                .findFirst();
        return new VisitSheet(
                host.name(),
                host.address(),
                Heading.visitInWords(review),
                visit.map(day -> "%s to %s".formatted(clock(day.starts()), clock(day.ends()))),
                visit.flatMap(Appointment::place).filter(place -> !place.equals(host.address())),
                visit.flatMap(Appointment::link),
                register.headOf(host.id()).map(Person::name),
                facts.phone().orElse(host.phone()),
                facts.parking(),
                facts.reception(),
                facts.lunch(),
                facts.photoId()
                        .map(needed -> needed ? "Yes, please bring identification with a photograph" : "Not needed"),
                lines(review, reader),
                reader.seesContent()
                        ? Optional.of(new Content(review.drivingQuestion().orElse(""), reviews.timetableOf(review)))
                        : Optional.empty());
    }

    private static String clock(LocalTime time) {
        return "%02d:%02d".formatted(time.getHour(), time.getMinute());
    }

    private List<Line> lines(Review review, Standing reader) {
        List<Visitors.Visitor> coming = visitors.of(review).stream()
                .filter(visitor -> AppointmentKind.VISIT.isAttendedBy(visitor.duty()))
                .toList();
        Map<String, DbsConfirmation> confirmed = records.dbsOf(
                coming.stream().map(visitor -> visitor.person().id()).collect(Collectors.toSet()));
        Optional<String> officeOf = reader.visitorsOffice()
                ? register.person(reader.person()).flatMap(Person::ownSchool)
                : Optional.empty();
        return coming.stream()
                .map(visitor -> new Line(
                        visitor.name(),
                        visitor.school(),
                        visitor.duty() == Duty.RESERVE_REVIEWER
                                ? visitor.dutyInWords() + ": comes only if somebody cannot"
                                : visitor.dutyInWords(),
                        visitor.person().phone().filter(phone -> visitor.duty() == Duty.LEAD_REVIEWER),
                        mayKnow(reader, officeOf, visitor.person())
                                ? Optional.of(inWords(Optional.ofNullable(
                                        confirmed.get(visitor.person().id()))))
                                : Optional.empty()))
                .toList();
    }

    private static boolean mayKnow(Standing reader, Optional<String> officeOf, Person visitor) {
        return reader.hostLeadership()
                || reader.hostOffice()
                || reader.inCharge()
                || visitor.id().equals(reader.person())
                || (officeOf.isPresent() && officeOf.equals(visitor.ownSchool()));
    }

    /** Yes or no and the day, and no more than that. */
    static String inWords(Optional<DbsConfirmation> said) {
        return said.map(one -> "%s, %s".formatted(one.confirmed() ? "Yes" : "No", SchoolTime.shortWords(one.on())))
                .orElse("Not yet confirmed");
    }
}
