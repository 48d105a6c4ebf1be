package org.criticalfriend.duty;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.criticalfriend.calendar.SchoolTime;

/** People are wanted on days that they have given to another duty. */
public final class AlreadyTaken extends DutyRefused {

    private final List<Clash> clashes;

    /** @param names of the people, by id */
    AlreadyTaken(Collection<Clash> clashes, Map<String, String> names) {
        super(inOrder(clashes).stream()
                .map(clash -> "%s holds another duty on %s."
                        .formatted(names.get(clash.person()), SchoolTime.words(clash.day())))
                .collect(Collectors.joining(" ", "", " Choose somebody else or another day.")));
        this.clashes = inOrder(clashes);
    }

    /** Every person and day in question, by day and person. */
    public List<Clash> clashes() {
        return clashes;
    }

    private static List<Clash> inOrder(Collection<Clash> clashes) {
        return clashes.stream()
                .distinct()
                .sorted(Comparator.comparing(Clash::day).thenComparing(Clash::person))
                .toList();
    }
}
