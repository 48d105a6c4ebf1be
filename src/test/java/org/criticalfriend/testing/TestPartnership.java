package org.criticalfriend.testing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.criticalfriend.access.SignIns;
import org.criticalfriend.calendar.Country;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.calendar.Term;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.LedBy;
import org.criticalfriend.partnership.Membership;
import org.criticalfriend.partnership.MembershipStatus;
import org.criticalfriend.partnership.Memberships;
import org.criticalfriend.partnership.Partnership;
import org.criticalfriend.partnership.PartnershipKind;
import org.criticalfriend.partnership.PartnershipSettings;
import org.criticalfriend.partnership.Partnerships;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Phase;
import org.criticalfriend.partnership.Profile;
import org.criticalfriend.partnership.PublicationPolicy;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.partnership.RoleHeld;
import org.criticalfriend.partnership.Roles;
import org.criticalfriend.partnership.School;
import org.criticalfriend.partnership.Schools;
import org.criticalfriend.partnership.TeamRule;
import org.criticalfriend.partnership.Training;
import org.criticalfriend.review.PlannedReview;
import org.criticalfriend.review.StartReview;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes partnerships for tests: each with ids of its own, a head, a deputy and a teacher at each of four schools (a to d), the
 * terms of Staffordshire 2026/27, and sign-ins that are not the sample's. The head of school d leads the partnership, the deputy of
 * school c acts for them.
 */
@Component
public class TestPartnership {

    /** The password of everybody. */
    public static final String PASSWORD = "lantern orchard puddle";

    /** A school day in autumn on which all is quiet. */
    public static final LocalDate VISIT = LocalDate.of(2026, 10, 8);

    private static final String HASH = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
    private static final List<Training> FOR_EVERYTHING = Stream.of(Duty.values())
            .filter(duty -> duty.trainedAs().filter(duty::equals).isPresent())
            .map(Training::as)
            .toList();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Partnerships partnerships;
    private final Memberships memberships;
    private final Schools schools;
    private final People people;
    private final Roles roles;
    private final SchoolCalendars calendars;
    private final SignIns signIns;
    private final StartReview start;
    private final TransactionTemplate transaction;

    TestPartnership(
            Partnerships partnerships,
            Memberships memberships,
            Schools schools,
            People people,
            Roles roles,
            SchoolCalendars calendars,
            SignIns signIns,
            StartReview start,
            TransactionTemplate transaction) {
        this.partnerships = partnerships;
        this.memberships = memberships;
        this.schools = schools;
        this.people = people;
        this.roles = roles;
        this.calendars = calendars;
        this.signIns = signIns;
        this.start = start;
        this.transaction = transaction;
    }

    /** People and schools of one partnership, by what they are. */
    public record Made(String id) {

        public String school(char letter) {
            return id + letter;
        }

        public String head(char letter) {
            return school(letter) + "head";
        }

        public String deputy(char letter) {
            return school(letter) + "deputy";
        }

        public String teacher(char letter) {
            return school(letter) + "teacher";
        }

        /** Leads the partnership. */
        public String lead() {
            return head('d');
        }

        /** Acts where the lead's own school is concerned. */
        public String deputyLead() {
            return deputy('c');
        }

        /** Hosts the review that {@link #startReview} starts. */
        public String hostHead() {
            return head('a');
        }

        public String leadReviewer() {
            return head('b');
        }

        public String peerReviewer() {
            return deputy('c');
        }

        public String champion() {
            return teacher('b');
        }
    }

    /** A new partnership: two reviewers for every host, so that four schools are enough for a team and its stand-ins. */
    public Made make() {
        return make(200, new TeamRule(Optional.of(2), TeamRule.DEFAULT.otherSchoolsAtLeast()));
    }

    /** The same with eight schools, a to h, so that there are others to ask when somebody cannot come. */
    public Made makeLarge() {
        return make(200, new TeamRule(Optional.of(2), TeamRule.DEFAULT.otherSchoolsAtLeast()), "abcdefgh");
    }

    /** A new partnership of schools of one roll, with a rule of its own for teams. */
    public Made make(int roll, TeamRule team) {
        return make(roll, team, "abcd");
    }

    /** The same as {@link #make()} in another country: a day that is entered for all of it concerns no other test's reviews. */
    public Made makeIn(Country country) {
        return make(200, new TeamRule(Optional.of(2), TeamRule.DEFAULT.otherSchoolsAtLeast()), "abcd", country);
    }

    private Made make(int roll, TeamRule team, String letters) {
        return make(roll, team, letters, Country.ENGLAND);
    }

    /** A new partnership of many schools, of which nothing but the number is special: 1 to {@code schools} stand after its id. */
    public Made makeOf(int schools) {
        return make(
                200,
                new TeamRule(Optional.of(2), TeamRule.DEFAULT.otherSchoolsAtLeast()),
                IntStream.rangeClosed(1, schools)
                        .mapToObj(number -> "s" + number)
                        .toList(),
                Country.ENGLAND);
    }

    private Made make(int roll, TeamRule team, String letters, Country country) {
        return make(
                roll,
                team,
                letters.chars()
                        .mapToObj(letter -> String.valueOf((char) letter))
                        .toList(),
                country);
    }

    private Made make(int roll, TeamRule team, List<String> letters, Country country) {
        Made made = new Made("p" + NUMBER.incrementAndGet() + Long.toString(System.nanoTime(), 36));
        transaction.executeWithoutResult(status -> enter(made, roll, team, letters, country));
        return made;
    }

    private void enter(Made made, int roll, TeamRule team, List<String> letters, Country country) {
        calendars.add(made.id(), "Staffordshire", country);
        calendars.enterTerms(made.id(), new SchoolYear(2026), staffordshire2026());
        calendars.enterTerms(
                made.id(),
                new SchoolYear(2027),
                staffordshire2026().stream()
                        .map(term -> new Term(
                                term.firstDay().plusWeeks(52), term.lastDay().plusWeeks(52)))
                        .toList());
        partnerships.add(
                Partnership.of(made.id(), "Partnership " + made.id(), PartnershipKind.CLUSTER, settings(team)));
        for (String letter : letters) {
            String school = made.id() + letter;
            schools.add(School.of(
                    school,
                    "School " + letter + " " + made.id(),
                    Phase.PRIMARY,
                    roll,
                    made.id(),
                    "1 School Lane",
                    "01632 960001"));
            memberships.join(Membership.of(made.id(), school, MembershipStatus.IN_CYCLE, 1));
            person(school + "head", school, Role.HEAD);
            person(school + "deputy", school, Role.SENIOR_TEAM);
            person(school + "teacher", school, Role.TEACHER);
        }
        roles.appoint(RoleHeld.in(
                made.id(), Role.PARTNERSHIP_LEAD, letters.contains("d") ? made.lead() : made.id() + "s1head"));
        roles.appoint(RoleHeld.in(
                made.id(),
                Role.DEPUTY_PARTNERSHIP_LEAD,
                letters.contains("d") ? made.deputyLead() : made.id() + "s2head"));
    }

    private static PartnershipSettings settings(TeamRule team) {
        PartnershipSettings usual = PartnershipSettings.of(LedBy.PEER, PublicationPolicy.TEAM);
        return new PartnershipSettings(
                usual.ledBy(),
                usual.publication(),
                usual.selfReviewRequired(),
                usual.headAtWorkshop(),
                team,
                usual.followUpWeeks(),
                usual.preferredVisitDays(),
                usual.caps(),
                usual.templates());
    }

    private void person(String id, String school, Role role) {
        people.add(somebody(id).at(school), Profile.DEFAULT.trained(FOR_EVERYTHING));
        roles.appoint(RoleHeld.in(school, role, id));
        signIns.add(id, id, HASH, false, false);
    }

    /** Given and family name of a person made here. */
    public static String nameOf(String person) {
        return somebody(person).name();
    }

    private static Person somebody(String id) {
        return Person.of(id, "Given", "Family " + id, id + "@school.example", "Post");
    }

    /** Somebody who works in the office of a school. */
    public String office(Made made, char school) {
        String id = made.school(school) + "office";
        person(id, made.school(school), Role.OFFICE);
        return id;
    }

    /** A person of the installation, not of a school: administrator or process owner. */
    public String ofTheInstallation(Role role) {
        String id = role.name().toLowerCase(java.util.Locale.ROOT)
                + NUMBER.incrementAndGet()
                + Long.toString(System.nanoTime(), 36);
        people.add(somebody(id), Profile.DEFAULT);
        roles.appoint(RoleHeld.ofInstallation(role, id));
        signIns.add(id, id, HASH, false, false);
        return id;
    }

    /** Starts a review at school a, visited on {@code visit}. */
    public String startReview(Made made, LocalDate visit) {
        Map<Duty, List<String>> seats = new LinkedHashMap<>();
        seats.put(Duty.LEAD_REVIEWER, List.of(made.leadReviewer()));
        seats.put(Duty.PEER_REVIEWER, List.of(made.peerReviewer()));
        seats.put(Duty.IMPROVEMENT_CHAMPION, List.of(made.champion()));
        seats.put(Duty.RESERVE_REVIEWER, List.of(made.deputy('d')));
        seats.put(Duty.SPARE_IMPROVEMENT_CHAMPION, List.of(made.teacher('d')));
        return start.as(new PlannedReview(made.id(), made.school('a'), "A focus", visit, visit, Map.of(), seats));
    }

    /** The teaching blocks of Staffordshire 2026/27. */
    public static List<Term> staffordshire2026() {
        return List.of(
                term(LocalDate.of(2026, 9, 3), LocalDate.of(2026, 10, 23)),
                term(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 12, 18)),
                term(LocalDate.of(2027, 1, 4), LocalDate.of(2027, 2, 12)),
                term(LocalDate.of(2027, 2, 22), LocalDate.of(2027, 3, 25)),
                term(LocalDate.of(2027, 4, 12), LocalDate.of(2027, 5, 28)),
                term(LocalDate.of(2027, 6, 7), LocalDate.of(2027, 7, 21)));
    }

    private static Term term(LocalDate first, LocalDate last) {
        return new Term(first, last);
    }
}
