package org.criticalfriend.notification;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.criticalfriend.access.Audit;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.partnership.MemberSchool;
import org.criticalfriend.partnership.MembershipStatus;
import org.criticalfriend.partnership.Partnership;
import org.criticalfriend.partnership.Partnerships;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.partnership.RoleHeld;
import org.criticalfriend.partnership.Roles;
import org.criticalfriend.partnership.School;
import org.criticalfriend.partnership.Schools;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/**
 * The mail addresses of a partnership, for its lead, the deputy and administrators: which are missing, refused or sent mails back, and
 * whether a test mail reaches every school. Reviews go on whatever stands here.
 */
@Service
public class AddressBook {

    private static final Set<Role> IN_CHARGE = Set.of(Role.PARTNERSHIP_LEAD, Role.DEPUTY_PARTNERSHIP_LEAD);

    private final Partnerships partnerships;
    private final Schools schools;
    private final People people;
    private final Roles roles;
    private final Addresses addresses;
    private final AddressTests tests;
    private final Audit audit;

    AddressBook(
            Partnerships partnerships,
            Schools schools,
            People people,
            Roles roles,
            Addresses addresses,
            AddressTests tests,
            Audit audit) {
        this.partnerships = partnerships;
        this.schools = schools;
        this.people = people;
        this.roles = roles;
        this.addresses = addresses;
        this.tests = tests;
        this.audit = audit;
    }

    /**
     * A partnership whose addresses a person looks after.
     *
     * @param partnership id
     * @param name its name
     * @param addresses how many need attention
     */
    public record Attention(String partnership, String name, int addresses) {}

    /** The partnerships that a person leads, as lead or deputy, each with the number of addresses that need attention. */
    public List<Attention> attention(String person) {
        return roles.heldBy(person).stream()
                .filter(held -> IN_CHARGE.contains(held.role()))
                .flatMap(held -> held.partnership().stream())
                .distinct()
                .flatMap(id -> partnerships.find(id).stream())
                .map(partnership ->
                        new Attention(partnership.id(), partnership.name(), (int) entries(partnership.id()).stream()
                                .filter(Entry::needsAttention)
                                .count()))
                .toList();
    }

    /**
     * A person with their address.
     *
     * @param school name of their own school; empty for people of the partnership
     * @param fault what is wrong with the address, in words; empty if nothing is known
     * @param cameBack whether somebody noted that a mail came back
     */
    record Entry(Person person, String school, Optional<String> fault, boolean cameBack) {
        boolean needsAttention() {
            return fault.isPresent();
        }
    }

    /**
     * The partnership, if the person looks after its addresses.
     *
     * @param administers whether the person is an administrator
     * @throws ResponseStatusException 404 if not, or there is none
     */
    Partnership lookedAfter(String id, String person, boolean administers) {
        return partnerships
                .find(id)
                .filter(found -> administers
                        || IN_CHARGE.stream()
                                .anyMatch(role -> roles.heldBy(person).contains(RoleHeld.in(found.id(), role, person))))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Everybody who takes part, those first whose address needs attention, then by school and family name. */
    List<Entry> entries(String partnership) {
        List<Person> everybody = people.ofPartnership(partnership);
        Map<String, Addresses.Mark> against = addresses.against(everybody);
        Map<String, School> schoolsById = schools.find(everybody.stream()
                .flatMap(person -> person.ownSchool().stream())
                .distinct()
                .toList());
        return everybody.stream()
                .map(person -> {
                    Optional<Addresses.Mark> mark = Optional.ofNullable(against.get(person.id()));
                    return new Entry(
                            person,
                            person.ownSchool()
                                    .map(school -> schoolsById.get(school).name())
                                    .orElse(""),
                            fault(person, mark),
                            mark.flatMap(Addresses.Mark::cameBackOn).isPresent());
                })
                .sorted(Comparator.comparing((Entry entry) -> !entry.needsAttention())
                        .thenComparing(Entry::school)
                        .thenComparing(entry -> entry.person().family())
                        .thenComparing(entry -> entry.person().given()))
                .toList();
    }

    private static Optional<String> fault(Person person, Optional<Addresses.Mark> mark) {
        if (person.email().isBlank()) {
            return Optional.of("Missing");
        }
        return mark.map(known -> {
            String cameBack = known.cameBackOn()
                    .map(day -> "A mail came back, noted " + SchoolTime.shortWords(day))
                    .orElse("");
            String refused = known.refusedOn()
                    .map(day -> "Refused by the mail server on " + SchoolTime.shortWords(day)
                            + known.code().map(" (code %d)"::formatted).orElse(""))
                    .orElse("");
            return cameBack.isEmpty() || refused.isEmpty() ? cameBack + refused : refused + ". " + cameBack;
        });
    }

    /**
     * What a school of the partnership has said to the latest test mail.
     *
     * @param school its name
     * @param arrived whether somebody there said that it has arrived
     * @param words what stands of it, in words
     */
    record Answer(String school, boolean arrived, String words) {}

    /**
     * The latest test.
     *
     * @param since when it was asked for
     * @param mailsSent how many of its mails were handed over so far
     * @param answers of each school that is a member now
     */
    record Tested(Instant since, long mailsSent, List<Answer> answers) {

        long arrived() {
            return answers.stream().filter(Answer::arrived).count();
        }
    }

    /** The latest test mail to every school, and what came of it; empty if there was none yet. */
    Optional<Tested> tested(String partnership) {
        return tests.latest(partnership).map(round -> {
            Map<String, List<AddressTests.Asked>> bySchool =
                    round.asked().stream().collect(groupingBy(AddressTests.Asked::school));
            List<Answer> answers = schools.of(partnership).stream()
                    .filter(member -> member.membership().status() != MembershipStatus.LEFT)
                    .map(MemberSchool::school)
                    .map(school -> answer(school.name(), bySchool.getOrDefault(school.id(), List.of())))
                    .sorted(Comparator.comparing(Answer::arrived).thenComparing(Answer::school))
                    .toList();
            long sent = round.asked().stream()
                    .filter(asked -> asked.state() == AddressTests.State.SENT)
                    .map(AddressTests.Asked::person)
                    .distinct()
                    .count();
            return new Tested(round.since(), sent, answers);
        });
    }

    private static Answer answer(String school, List<AddressTests.Asked> asked) {
        if (asked.isEmpty()) {
            return new Answer(school, false, "Nobody was asked: there is no head and no office");
        }
        Optional<Instant> arrived =
                asked.stream().flatMap(one -> one.arrived().stream()).min(Comparator.naturalOrder());
        if (arrived.isPresent()) {
            return new Answer(school, true, "Arrived, " + SchoolTime.shortWords(SchoolTime.dateOf(arrived.get())));
        }
        Set<AddressTests.State> states =
                asked.stream().map(AddressTests.Asked::state).collect(java.util.stream.Collectors.toSet());
        if (states.contains(AddressTests.State.SENT)) {
            return new Answer(school, false, "Sent, not yet answered");
        }
        return states.contains(AddressTests.State.WAITING)
                ? new Answer(school, false, "Waiting to be sent")
                : new Answer(school, false, "Could not be sent");
    }

    /**
     * Sends a test mail to head and office of every school.
     *
     * @throws ResponseStatusException 404 if the person does not look after the addresses of this partnership
     */
    @Transactional
    public void test(String partnership, String person, boolean administers) {
        tests.ask(lookedAfter(partnership, person, administers).id());
        audit.changedOnPage(person, "AddressTest");
    }

    /**
     * Notes that a mail to somebody came back, or that their address works after all.
     *
     * @throws ResponseStatusException 404 if the person does not look after the addresses of this partnership, or the other does not
     *     take part in it
     */
    @Transactional
    public void note(String partnership, String of, boolean cameBack, String person, boolean administers) {
        Person meant = people
                .ofPartnership(lookedAfter(partnership, person, administers).id())
                .stream()
                .filter(one -> one.id().equals(of))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (cameBack) {
            addresses.cameBack(meant);
        } else {
            addresses.works(meant);
        }
        audit.changedOnPage(person, "MailAddress");
    }

    /** Notes that a person has looked at the addresses. */
    void seen(String person) {
        audit.readOnPage(person, "MailAddresses");
    }
}
