package org.criticalfriend.year;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * A line as the calendar in the browser wants it.
 *
 * @param title what is shown
 * @param start a day, or a day and a time by the clocks in school
 * @param end the same; of whole days the day after
 * @param allDay whether it takes whole days
 * @param url where it leads; absent if nowhere
 * @param classNames how it looks
 * @param state how the review stands, in words; absent for closures
 * @param days first and last day in words; absent if it is one day
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CalendarEvent(
        String title,
        String start,
        String end,
        boolean allDay,
        String url,
        List<String> classNames,
        String state,
        String days) {

    static CalendarEvent of(Line line) {
        return new CalendarEvent(
                line.name() + ": " + line.schools(),
                line.times()
                        .map(at -> LocalDateTime.of(line.first(), at.starts()).toString())
                        .orElseGet(() -> line.first().toString()),
                line.times()
                        .map(at -> LocalDateTime.of(line.last(), at.ends()).toString())
                        .orElseGet(() -> line.last().plusDays(1).toString()),
                line.times().isEmpty(),
                line.review().map(review -> "/review/" + review.reference()).orElse(null),
                Stream.concat(
                                Stream.of("entry-" + line.what().style()),
                                line.review()
                                        .map(review -> Stream.of(review.style()))
                                        .orElseGet(() -> Stream.of("closure")))
                        .toList(),
                line.review().map(Line.Standing::inFull).orElse(null),
                line.first().equals(line.last()) ? null : line.days());
    }
}
