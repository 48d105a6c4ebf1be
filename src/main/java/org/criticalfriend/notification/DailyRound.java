package org.criticalfriend.notification;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.notification.RoundFacts.Belonging;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.partnership.Register.Host;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes every school morning who is to be reminded: whoever has an open step on a rung of the ladder, by due dates as they are now,
 * and whoever is in charge of steps that have passed their last rung. It only says whom; what their mails say is looked up when they
 * are sent. Statements do not grow with tasks, only the outbox's with people.
 */
@Service
class DailyRound {

    private final DueTasks tasks;
    private final RoundDays rounds;
    private final Ladder ladder;
    private final RoundFacts facts;
    private final SchoolCalendars calendars;
    private final Register register;
    private final People people;
    private final Outbox outbox;
    private final ObjectProvider<MorningMails> others;

    DailyRound(
            DueTasks tasks,
            RoundDays rounds,
            Ladder ladder,
            RoundFacts facts,
            SchoolCalendars calendars,
            Register register,
            People people,
            Outbox outbox,
            ObjectProvider<MorningMails> others) {
        this.tasks = tasks;
        this.rounds = rounds;
        this.ladder = ladder;
        this.facts = facts;
        this.calendars = calendars;
        this.register = register;
        this.people = people;
        this.outbox = outbox;
        this.others = others;
    }

    /** Does the round of one morning, with what came up on mornings that were missed. Done twice, it changes nothing. */
    @Transactional
    public void on(LocalDate today) {
        rounds.lock();
        Morning morning = morning(today, facts.everythingOpen());
        Audience audience = morning.audience();
        Set<String> reminded = new LinkedHashSet<>();
        Map<Host, Set<LocalDate>> passed = new HashMap<>();
        Days range = range(audience);
        tasks.dueBetween(range.from(), range.to(), task -> {
            task.assignee()
                    .filter(person -> audience.isReached(task.school()))
                    .filter(person -> !reminded.contains(person) && morning.isOnRung(task))
                    .ifPresent(reminded::add);
            morning.belongingOf(task).ifPresent(belonging -> morning.passedOn(task)
                    .ifPresent(day -> passed.computeIfAbsent(host(belonging), first -> new HashSet<>())
                            .add(day)));
        });
        tell(today, RoundOccasion.NAME, reminded);
        tell(today, RoundForLeadOccasion.NAME, inCharge(passed, audience));
        rounds.note(today);
        others.orderedStream().forEach(mails -> mails.tell(today));
    }

    /** A morning with what is known of its tasks. */
    Morning morning(LocalDate today, Collection<Belonging> belongings) {
        return new Morning(
                new Audience(today, rounds.before(today), calendars.openDaysOfAll(), calendars.openDaysWithoutSchool()),
                ladder,
                belongings.stream().collect(toMap(Belonging::reference, Function.identity())));
    }

    /** The partnership and the school that a matter concerns. */
    static Host host(Belonging belonging) {
        return new Host(belonging.partnership(), belonging.host());
    }

    /** Those in charge of what has passed its last rung since they last heard of it. */
    private Set<String> inCharge(Map<Host, Set<LocalDate>> passed, Audience audience) {
        Map<String, Set<LocalDate>> byPerson = new HashMap<>();
        register.inChargeOf(passed.keySet())
                .forEach((concern, inCharge) ->
                        inCharge.forEach(person -> byPerson.computeIfAbsent(person, first -> new HashSet<>())
                                .addAll(passed.get(concern))));
        return people.find(byPerson.keySet()).values().stream()
                .filter(person -> audience.isReached(person.ownSchool()))
                .filter(person -> byPerson.get(person.id()).stream()
                        .anyMatch(day -> day.isAfter(audience.since(person.ownSchool()))))
                .map(Person::id)
                .collect(toSet());
    }

    private void tell(LocalDate today, String occasion, Collection<String> some) {
        outbox.tell(some.stream()
                .map(person -> ToTell.once(occasion, person, person)
                        .onTurn(today.toString())
                        // A round that makes up for a missed morning may run at night.
                        .notBefore(SchoolTime.at(today, Mornings.HOUR)))
                .toList());
    }

    private record Days(LocalDate from, LocalDate to) {}

    /** Whatever is due before or after these days is neither on a rung nor newly past the last, at whichever school. */
    private Days range(Audience audience) {
        List<Integer> rungs = new ArrayList<>(ladder.all().days());
        rungs.add(0);
        int first = rungs.stream().min(Integer::compare).orElseThrow();
        int last = rungs.stream().max(Integer::compare).orElseThrow();
        LocalDate since = audience.earliestSince();
        return new Days(
                audience.everybodysDays()
                        .map(days -> days.plus(since, -last))
                        .min(LocalDate::compareTo)
                        .orElseThrow()
                        .minusDays(1),
                audience.everybodysDays()
                        .map(days -> days.plus(audience.today(), -first))
                        .max(LocalDate::compareTo)
                        .orElseThrow());
    }
}
