package org.criticalfriend.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.DutyWords;
import org.criticalfriend.partnership.Duty;

/** Says why a school has no day, or a seat nobody. */
final class WhatIsMissing {

    private final YearModel model;
    private final Year year;
    private final Map<Colleague, List<Held>> held;

    WhatIsMissing(YearModel model, Year year) {
        this.model = model;
        this.year = year;
        this.held = year.seats().stream()
                .filter(seat -> seat.filled().isPresent())
                .map(seat -> Held.of(seat, seat.review()))
                .collect(Collectors.groupingBy(Held::person));
    }

    List<String> inWords() {
        List<String> words = new ArrayList<>();
        model.withoutDay().forEach(host -> words.add(withoutDay(host)));
        year.seats().stream()
                .filter(seat -> seat.filled().isEmpty() && !seat.isOnTop() && !seat.isSettled())
                .forEach(seat -> words.add(empty(seat)));
        return words;
    }

    private String withoutDay(HostToPlan host) {
        String name = model.schoolName(host.school());
        if (host.visits().isEmpty()) {
            return "%s: it cannot be visited, for its term dates of %s are not entered."
                    .formatted(name, model.problem().year());
        }
        Map<PossibleVisit.Kind, Integer> against = new EnumMap<>(PossibleVisit.Kind.class);
        host.visits().forEach(visit -> against.merge(visit.hindrances().get(0).kind(), 1, Integer::sum));
        return "%s: there is no day in %s on which it can be visited: %s."
                .formatted(
                        name,
                        model.problem().year(),
                        against.entrySet().stream()
                                .map(kind -> "%d are %s".formatted(kind.getValue(), inWords(kind.getKey())))
                                .collect(Collectors.joining(", ")));
    }

    private static String inWords(PossibleVisit.Kind kind) {
        return switch (kind) {
            case CLOSED -> "closed to pupils";
            case BLACKOUT -> "kept free";
            case TOO_SOON_AFTER_PUBLICATION -> "too soon after publication";
            case TOO_EARLY_IN_THE_YEAR -> "before its twentieth school day";
            case PAST -> "over";
        };
    }

    private String empty(PlannedSeat seat) {
        String host = seat.review().host().name();
        String nobody = nobody(seat.duty());
        if (seat.candidates().isEmpty()) {
            return "%s: %s at another school.".formatted(host, nobody.replace("nobody", "there is nobody"));
        }
        Optional<LocalDate> first = firstDayWithSomebody(seat);
        List<LocalDate> visits = seat.review().visits();
        if (first.isEmpty()) {
            return visits.size() == 1
                    ? "%s: %s is free for a visit on %s: %s."
                            .formatted(host, nobody, SchoolTime.words(visits.get(0)), reasons(seat))
                    : "%s: %s is free on any allowed day from %s to %s. On the planned day, %s: %s."
                            .formatted(
                                    host,
                                    nobody,
                                    SchoolTime.words(visits.get(0)),
                                    SchoolTime.words(visits.get(visits.size() - 1)),
                                    SchoolTime.words(seat.review().visit()),
                                    reasons(seat));
        }
        LocalDate day = first.orElseThrow();
        return day.equals(visits.get(0))
                ? "%s: %s fits to a visit on %s: %s."
                        .formatted(host, nobody, SchoolTime.words(seat.review().visit()), reasons(seat))
                : "%s: %s is free on any allowed day before %s.".formatted(host, nobody, SchoolTime.words(day));
    }

    private static String nobody(Duty duty) {
        return duty.trainedAs()
                .map(trained -> "nobody trained as %s".formatted(DutyWords.of(trained)))
                .orElse("nobody");
    }

    /** The first day of a visit on which somebody could come who has nothing else then. */
    private Optional<LocalDate> firstDayWithSomebody(PlannedSeat seat) {
        DatedReview imagined =
                new DatedReview(seat.review().host(), seat.review().visits());
        return seat.review().visits().stream()
                .filter(day -> {
                    imagined.visitOn(day);
                    int[] days = imagined.daysOf(seat.duty());
                    return seat.candidates().stream()
                            .anyMatch(person -> against(seat, person, days).isEmpty());
                })
                .findFirst();
    }

    private String reasons(PlannedSeat seat) {
        int[] days = seat.review().daysOf(seat.duty());
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (Colleague person : seat.candidates()) {
            byReason.computeIfAbsent(
                            against(seat, person, days).orElse("(school at its limit or on the team already)"),
                            reason -> new ArrayList<>())
                    .add(person.name());
        }
        return byReason.entrySet().stream()
                .map(reason -> names(reason.getValue()) + " " + reason.getKey())
                .collect(Collectors.joining("; "));
    }

    private static String names(List<String> names) {
        return names.size() <= 3
                ? String.join(", ", names)
                : "%s and %d others".formatted(String.join(", ", names.subList(0, 2)), names.size() - 2);
    }

    private Optional<String> against(PlannedSeat seat, Colleague person, int[] days) {
        if (!person.away(days).isEmpty()) {
            return Optional.of("(away)");
        }
        if (!person.closed(days).isEmpty()) {
            return Optional.of("(own school closed)");
        }
        if (!person.notWorking(days).isEmpty()) {
            return Optional.of("(not a working day)");
        }
        if (!person.given(days).isEmpty()) {
            return Optional.of("(on a review elsewhere)");
        }
        if (!person.isTrained(seat.duty(), days)) {
            return Optional.of("(training does not count then)");
        }
        List<Held> duties = held.getOrDefault(person, List.of());
        if (duties.stream().anyMatch(duty -> duty.review() == seat.review())) {
            return Optional.of("(has another duty on this review)");
        }
        if (duties.stream().anyMatch(duty -> Held.gap(days, duty.days()) == 0)) {
            return Optional.of("(holds another duty that day)");
        }
        return Optional.empty();
    }
}
