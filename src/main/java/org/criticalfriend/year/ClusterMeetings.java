package org.criticalfriend.year;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.partnership.Partnership;
import org.criticalfriend.partnership.Partnerships;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.review.LiveActions;
import org.criticalfriend.review.LiveActions.LiveAction;
import org.springframework.stereotype.Service;

/**
 * What the heads of a partnership talk about when they meet: the open plans of their schools (P40), and what several of them need
 * (P20). For these heads and those in charge of the partnership.
 */
@Service
public class ClusterMeetings {

    /** What goes worst comes first. */
    private static final List<String> BY_URGENCY = List.of("OFF_TRACK", "AT_RISK", "ON_TRACK");

    private final LiveActions live;
    private final Register register;
    private final Partnerships partnerships;

    ClusterMeetings(LiveActions live, Register register, Partnerships partnerships) {
        this.live = live;
        this.register = register;
        this.partnerships = partnerships;
    }

    /** Path of the agenda of a partnership. */
    static String page(String partnership) {
        return "/partnership/%s/agenda".formatted(partnership);
    }

    /**
     * A partnership whose agenda somebody may read.
     *
     * @param path of its page
     * @param name of the partnership
     */
    public record Door(String path, String name) {}

    /** The partnerships whose agenda a person may read, by name. */
    public List<Door> seenBy(String person) {
        Set<String> readable = readableBy(person);
        return partnerships.all().stream()
                .filter(partnership -> readable.contains(partnership.id()))
                .map(partnership -> new Door(page(partnership.id()), partnership.name()))
                .toList();
    }

    private Set<String> readableBy(String person) {
        return Stream.of(register.partnershipsLedBy(person), register.partnershipsWhereHead(person))
                .flatMap(Set::stream)
                .collect(toSet());
    }

    /** A school and what is open in its plan, what goes worst first. */
    record Plan(String school, List<Line> actions) {}

    /** One open action, in words. */
    record Line(String what, String owner, String due, String status, String evidence, boolean worrying) {}

    /** What several plans are about. */
    record Need(String theme, int actions, List<String> schools) {}

    /** The open plans of a partnership, by name of the school. */
    List<Plan> plans(Partnership partnership) {
        Map<String, List<LiveAction>> open = live.of(partnership.id()).stream()
                .collect(groupingBy(LiveAction::school, LinkedHashMap::new, toList()));
        Map<String, String> names = register.schoolNames(open.keySet());
        return open.entrySet().stream()
                .map(entry -> new Plan(
                        names.get(entry.getKey()),
                        entry.getValue().stream()
                                .sorted(Comparator.comparing(ClusterMeetings::urgency)
                                        .thenComparing(LiveAction::due))
                                .map(ClusterMeetings::line)
                                .toList()))
                .sorted(Comparator.comparing(Plan::school))
                .toList();
    }

    private static int urgency(LiveAction action) {
        int found = action.status().map(BY_URGENCY::indexOf).orElse(-1);
        return found < 0 ? BY_URGENCY.size() : found;
    }

    private static Line line(LiveAction action) {
        return new Line(
                action.what(),
                action.owner(),
                SchoolTime.words(action.due()),
                action.statusWords(),
                action.evidence().orElse(""),
                action.status()
                        .filter(status -> status.equals("OFF_TRACK") || status.equals("AT_RISK"))
                        .isPresent());
    }

    /** The themes of what is open, those of most schools first: what could be learned together. */
    List<Need> needs(Partnership partnership) {
        Map<String, List<LiveAction>> byTheme = new TreeMap<>();
        live.of(partnership.id()).forEach(action -> action.theme()
                .ifPresent(theme -> byTheme.merge(
                        theme, List.of(action), (some, more) -> Stream.concat(some.stream(), more.stream())
                                .toList())));
        Map<String, String> names = register.schoolNames(byTheme.values().stream()
                .flatMap(List::stream)
                .map(LiveAction::school)
                .distinct()
                .toList());
        return byTheme.entrySet().stream()
                .map(entry -> new Need(
                        entry.getKey(),
                        entry.getValue().size(),
                        entry.getValue().stream()
                                .map(LiveAction::school)
                                .distinct()
                                .map(names::get)
                                .sorted()
                                .toList()))
                .sorted(Comparator.comparing((Need need) -> -need.schools().size())
                        .thenComparing(Need::theme))
                .toList();
    }

    /** A partnership, if this person may read its agenda. */
    Optional<Partnership> find(String partnership, String person) {
        return Optional.of(partnership).filter(readableBy(person)::contains).flatMap(partnerships::find);
    }
}
