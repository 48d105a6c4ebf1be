package org.criticalfriend.review;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.YearNotEntered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What was not done in time and is still to do, for those who can do something about it: whoever is in charge of the review, the
 * leadership of its host, its lead reviewer. What has been done since is history.
 */
@Repository
class OpenSteps {

    /** Senior staff who were at the workshop tell the head as well, but not instead of the Champion (P31, P32). */
    private static final String NOT_TOLD_SINCE =
            """
            (l.what <> 'TargetsNotTold' or not exists (
                select 1 from targets_told t where t.review = l.review and t.person not in (
                    select a.person from workshop_staff a join workshop w on w.id = a.workshop where w.review = l.review)))""";

    private final JdbcClient database;
    private final Standings standings;
    private final Clock clock;

    OpenSteps(JdbcClient database, Standings standings, Clock clock) {
        this.database = database;
        this.standings = standings;
        this.clock = clock;
    }

    /**
     * A step that is still to do.
     *
     * @param step which
     * @param since the day since which it should have been done
     */
    record Open(LateStep step, LocalDate since) {}

    /**
     * What is still open in some reviews, as far as it is the business of a person, by the key of the review; a review in which nothing
     * is, is not in it. As many statements for many reviews as for one.
     */
    Map<UUID, List<Open>> of(Collection<ReviewDates> some, String person) {
        Map<UUID, ReviewDates> byReview =
                some.stream().collect(toMap(dates -> dates.review().id(), Function.identity()));
        return latenessIn(
                        standings.leading(some.stream().map(ReviewDates::review).toList(), person))
                .stream()
                .flatMap(lateness -> open(lateness, byReview.get(lateness.review())))
                .collect(groupingBy(InReview::review, mapping(InReview::open, toList())));
    }

    private List<Lateness> latenessIn(Collection<UUID> reviews) {
        return reviews.isEmpty()
                ? List.of()
                : database.sql(
                                """
                                select l.id, l.review, l.what, l.since from lateness l
                                where l.review in (:reviews) and %s order by l.since, l.id"""
                                        .formatted(NOT_TOLD_SINCE))
                        .param("reviews", reviews)
                        .query((row, number) -> new Lateness(
                                row.getObject("id", UUID.class),
                                row.getObject("review", UUID.class),
                                row.getString("what"),
                                row.getObject("since", LocalDateTime.class).toInstant(ZoneOffset.UTC)))
                        .list();
    }

    private record InReview(UUID review, Open open) {}

    private Stream<InReview> open(Lateness lateness, ReviewDates dates) {
        return LateStep.of(lateness.what()).filter(step -> step.isOpenIn(dates.review())).stream()
                .flatMap(step -> Stream.of(since(lateness, dates))
                        .filter(since -> !since.isAfter(clock.instant()))
                        .map(since -> new InReview(lateness.review(), new Open(step, SchoolTime.dateOf(since)))));
    }

    /** If the review has been moved since, the step has a later day, and may not even be late any more. */
    private static Instant since(Lateness lateness, ReviewDates dates) {
        try {
            Instant due = dates.at(lateness.what(), Optional.empty());
            return due.isAfter(lateness.since()) ? due : lateness.since();
        } catch (YearNotEntered e) {
            return lateness.since();
        }
    }
}
