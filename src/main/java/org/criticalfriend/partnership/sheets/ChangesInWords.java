package org.criticalfriend.partnership.sheets;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.springframework.stereotype.Component;

/** Says who changed what, for people. */
@Component
class ChangesInWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final People people;

    ChangesInWords(People people) {
        this.people = people;
    }

    /**
     * A change that was made.
     *
     * @param cells what became what
     */
    record Made(String when, String who, String how, String sheet, String row, List<String> cells) {}

    /** Some changes, with the names that people have now. */
    List<Made> of(List<RecordOfChanges.Noted> noted, Content content) {
        Map<String, Person> who = people.find(
                noted.stream().map(RecordOfChanges.Noted::by).distinct().toList());
        return noted.stream().map(one -> made(one, who, content)).toList();
    }

    private static Made made(RecordOfChanges.Noted noted, Map<String, Person> who, Content content) {
        String name = Stream.of(noted.keys().split(", "))
                .map(content::nameOf)
                .filter(known -> !known.isEmpty())
                .findFirst()
                .map(known -> " (%s)".formatted(known))
                .orElse("");
        return new Made(
                when(noted.at()),
                who.containsKey(noted.by()) ? who.get(noted.by()).name() : noted.by(),
                switch (noted.what()) {
                            case ADDED -> "added";
                            case CHANGED -> "changed";
                            case REMOVED -> "removed";
                        }
                        + (noted.byFile() ? ", by a file" : ""),
                noted.sheet().title(),
                noted.keys() + name,
                noted.cells().lines().toList());
    }

    private static String when(LocalDateTime moment) {
        return SchoolTime.shortWords(SchoolTime.dateOf(moment.toInstant(ZoneOffset.UTC))) + ", "
                + TIME.format(SchoolTime.timeOf(moment.toInstant(ZoneOffset.UTC)));
    }
}
