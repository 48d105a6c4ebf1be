package org.criticalfriend.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * How much people and schools give (P6), counted from the days claimed, past and to come. A day counts from the moment somebody is
 * asked for it. First and last day belong to the stretch; for a school year they are {@code SchoolYear.firstDay()} and
 * {@code lastDay()}.
 */
@Service
public class Loads {

    private final DutyRecord record;

    Loads(DutyRecord record) {
        this.record = record;
    }

    /**
     * Days of one person at one appointment.
     *
     * @param school of the person; empty for central people
     */
    record Share(String person, Optional<String> school, Load load) {}

    /** Load by person across all partnerships; who gives nothing is not in it. */
    public Map<String, Load> perPerson(LocalDate first, LocalDate last) {
        return byPerson(record.shares(first, last));
    }

    /** Load by person for the reviews of one partnership; who gives nothing is not in it. */
    public Map<String, Load> perPerson(String partnership, LocalDate first, LocalDate last) {
        return byPerson(record.shares(partnership, first, last));
    }

    /** Load by school, which is that of its people, across all partnerships; which gives nothing is not in it. */
    public Map<String, Load> perSchool(LocalDate first, LocalDate last) {
        return bySchool(record.shares(first, last));
    }

    /** Load by school, which is that of its people, for the reviews of one partnership; which gives nothing is not in it. */
    public Map<String, Load> perSchool(String partnership, LocalDate first, LocalDate last) {
        return bySchool(record.shares(partnership, first, last));
    }

    private static Map<String, Load> byPerson(List<Share> shares) {
        return sums(shares, Share::person);
    }

    private static Map<String, Load> bySchool(List<Share> shares) {
        return sums(shares.stream().filter(share -> share.school().isPresent()).toList(), share -> share.school()
                .orElseThrow());
    }

    private static Map<String, Load> sums(List<Share> shares, Function<Share, String> whose) {
        return shares.stream()
                .collect(Collectors.groupingBy(whose, Collectors.reducing(Load.NONE, Share::load, Load::plus)));
    }
}
