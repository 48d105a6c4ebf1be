package org.criticalfriend.year;

import java.time.Clock;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.criticalfriend.calendar.Closure;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.partnership.MemberSchool;
import org.criticalfriend.partnership.MembershipStatus;
import org.criticalfriend.partnership.Partnership;
import org.criticalfriend.partnership.Partnerships;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.partnership.Roles;
import org.criticalfriend.partnership.School;
import org.criticalfriend.partnership.Schools;
import org.criticalfriend.review.Appointment;
import org.criticalfriend.review.ReviewInYear;
import org.criticalfriend.review.ReviewsOfYear;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The year at a glance: appointments, the state of every review, closed days of the schools. Who leads a partnership, their deputy and
 * the central team see all of it; everybody else their part: reviews that concern them and the schools of these, besides their own.
 * Days, times, places and states only; nothing that people wrote.
 */
@Service
class YearAtAGlance {

    private static final Set<Role> SEE_EVERYTHING =
            EnumSet.of(Role.PARTNERSHIP_LEAD, Role.DEPUTY_PARTNERSHIP_LEAD, Role.CENTRAL_TEAM);

    private static final Comparator<Line> BY_DAY = Comparator.comparing(Line::first)
            .thenComparing(line -> line.times().map(Line.Times::starts).orElse(LocalTime.MIN))
            .thenComparing(Line::what)
            .thenComparing(Line::schools);

    private final ReviewsOfYear reviews;
    private final SchoolCalendars calendars;
    private final Partnerships partnerships;
    private final Register register;
    private final Roles roles;
    private final Schools schools;
    private final Clock clock;

    YearAtAGlance(
            ReviewsOfYear reviews,
            SchoolCalendars calendars,
            Partnerships partnerships,
            Register register,
            Roles roles,
            Schools schools,
            Clock clock) {
        this.reviews = reviews;
        this.calendars = calendars;
        this.partnerships = partnerships;
        this.register = register;
        this.roles = roles;
        this.schools = schools;
        this.clock = clock;
    }

    /**
     * What a person asked for. As many statements for many reviews and schools as for one.
     *
     * @return empty if they take part in no partnership, or not in the one that they asked for
     */
    @Transactional(readOnly = true)
    public Optional<Glance> of(String person, Asked asked) {
        Set<String> own = register.partnershipsWhereReviews(person);
        List<Partnership> choice = partnerships.of(person).stream()
                .filter(one -> own.contains(one.id()))
                .toList();
        return choice.stream()
                .filter(one ->
                        asked.partnership().filter(id -> !id.equals(one.id())).isEmpty())
                .findFirst()
                .map(one -> of(person, asked, one, choice));
    }

    private Glance of(String person, Asked asked, Partnership partnership, List<Partnership> choice) {
        SchoolYear year = asked.year().orElseGet(() -> SchoolYear.of(SchoolTime.today(clock)));
        boolean everything = roles.heldBy(person).stream()
                .anyMatch(held -> SEE_EVERYTHING.contains(held.role())
                        && held.partnership().filter(partnership.id()::equals).isPresent());
        List<ReviewInYear> seen = reviews.of(partnership.id(), year, person, everything);
        Set<String> ownSchools = ownSchools(person);
        Map<String, School> shown = schoolsSeen(partnership, everything, seen, ownSchools);
        Map<String, List<Closure>> closures = calendars.closuresOf(shown.keySet(), year);
        List<ReviewInYear> wanted = seen.stream()
                .filter(review -> asked.wantsSchool(review.school()) && asked.wants(review.stage(), review.late()))
                .toList();
        List<Line> lines = Stream.concat(
                        wanted.stream()
                                .flatMap(review -> lines(review, name(shown, review.school())))
                                .filter(line -> year.holds(line.first())),
                        asked.isAboutStates()
                                ? Stream.empty()
                                : new ClosedSchools(shown, closures, ownSchools, everything).lines(asked))
                .filter(asked::wants)
                .sorted(BY_DAY)
                .toList();
        return new Glance(
                partnership,
                choice,
                year,
                everything,
                List.copyOf(shown.values()),
                wanted.stream()
                        .filter(review ->
                                !asked.mine() || review.meetings().stream().anyMatch(ReviewInYear.Meeting::mine))
                        .map(review -> row(review, name(shown, review.school())))
                        .toList(),
                lines,
                shown.values().stream()
                        .filter(school -> asked.wantsSchool(school.id()) && !closures.containsKey(school.id()))
                        .map(School::name)
                        .toList());
    }

    private Set<String> ownSchools(String person) {
        Set<String> own = new HashSet<>(register.rolesAtSchools(person).keySet());
        register.person(person).flatMap(Person::ownSchool).ifPresent(own::add);
        return own;
    }

    /** By name. The host of a review stays in view if it has left the partnership since. */
    private Map<String, School> schoolsSeen(
            Partnership partnership, boolean everything, List<ReviewInYear> seen, Set<String> ownSchools) {
        Set<String> hosts = seen.stream().map(ReviewInYear::school).collect(Collectors.toSet());
        List<MemberSchool> members = schools.of(partnership.id());
        Set<String> ids = members.stream()
                .filter(member -> member.membership().status() != MembershipStatus.LEFT)
                .map(member -> member.school().id())
                .filter(id -> everything || ownSchools.contains(id))
                .collect(Collectors.toCollection(HashSet::new));
        ids.addAll(hosts);
        return schools.find(ids).values().stream()
                .sorted(Comparator.comparing(School::name).thenComparing(School::id))
                .collect(Collectors.toMap(School::id, school -> school, (one, same) -> one, LinkedHashMap::new));
    }

    private static String name(Map<String, School> schools, String id) {
        return schools.get(id).name();
    }

    private static Line.Standing standing(ReviewInYear review) {
        return new Line.Standing(review.reference(), review.stage(), review.state(), review.late());
    }

    private static Glance.Row row(ReviewInYear review, String school) {
        Map<Entry, String> days = lines(review, school).collect(Collectors.toMap(Line::what, Line::days));
        days.putIfAbsent(Entry.VISIT, review.visit());
        return new Glance.Row(school, days, standing(review));
    }

    private static Stream<Line> lines(ReviewInYear review, String school) {
        return review.meetings().stream().map(meeting -> {
            Appointment appointment = meeting.appointment();
            Entry what = Entry.of(appointment.kind());
            return new Line(
                    what,
                    what.words(),
                    school,
                    appointment.first(),
                    appointment.last(),
                    Optional.of(new Line.Times(appointment.starts(), appointment.ends())),
                    appointment
                            .place()
                            .or(() -> appointment.link().map(link -> "online"))
                            .orElse(""),
                    Optional.of(standing(review)),
                    meeting.mine());
        });
    }
}
