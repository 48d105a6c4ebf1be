package org.criticalfriend.review;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What was planned for a visit, as forms list it. */
final class PlanOfVisit {

    private PlanOfVisit() {}

    static List<Map<String, Object>> timetable(List<TimetableEntry> timetable) {
        return timetable.stream()
                .map(entry -> Row.of("time", words(entry.time()), "what", words(entry.what())))
                .toList();
    }

    static List<Map<String, Object>> links(List<PlanningLink> links) {
        return links.stream()
                .map(link -> Row.of("title", link.title(), "address", link.address()))
                .toList();
    }

    static List<Map<String, Object>> preparation(List<PreparationItem> items) {
        return items.stream()
                .map(item -> Row.of("what", item.what(), "byWhom", words(item.byWhom())))
                .toList();
    }

    private static String words(String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
