package org.criticalfriend.engine.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A date, a time, or both.
 *
 * @param step minutes between two times that can be given; form-js rounds to it in the browser
 * @param notPast whether days before today are refused ({@code disallowPassedDates})
 */
record DateTimeInput(boolean required, DateTimeSubtype subtype, int step, boolean notPast) implements Input {

    // Far from every form's business, and where the date picker of form-js begins.
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final int MOST_CHARACTERS = 40;
    private static final Set<Integer> STEPS = Set.of(1, 5, 10, 15, 30, 60);
    private static final int STEP_OTHERWISE = 15;
    private static final Set<String> FORMATS = Set.of("utc_offset", "utc_normalized", "no_timezone");
    private static final ZonedDateTime ANY_TIME = LocalDate.EPOCH.atStartOfDay(ZoneOffset.UTC);

    static DateTimeInput of(Component component) {
        if (component
                .text("timeSerializingFormat")
                .filter(format -> !FORMATS.contains(format))
                .isPresent()) {
            throw component.refused("has an unknown time format", "Choose one of " + FORMATS);
        }
        int step = component
                .number("timeInterval")
                .map(Number::intValue)
                .filter(STEPS::contains)
                .orElse(STEP_OTHERWISE);
        return new DateTimeInput(
                component.flag("validate/required", false),
                DateTimeSubtype.of(component.text("subtype").orElse("date"))
                        .orElseThrow(
                                () -> component.refused("has an unknown subtype", "Choose date, time or datetime")),
                step,
                component.flag("disallowPassedDates", false));
    }

    @Override
    public Object empty() {
        return null;
    }

    @Override
    public Object opened(Object value, Map<String, Object> known) {
        try {
            return read(value);
        } catch (NotReadable notShown) {
            return null;
        }
    }

    @Override
    public Object read(Object value) throws NotReadable {
        if (value == null || value.equals("")) {
            return null;
        }
        if (!(value instanceof String text) || text.length() > MOST_CHARACTERS) {
            throw new NotReadable(subtype.words());
        }
        try {
            if (date(subtype.parse(text, ANY_TIME)).filter(this::isOutOfReach).isEmpty()) {
                return text;
            }
        } catch (DateTimeException notOne) {
            // told below
        }
        throw new NotReadable(subtype.words());
    }

    @Override
    public Optional<String> fault(Object value, Situation situation) {
        if (value == null) {
            return required ? Optional.of("please fill this in") : Optional.empty();
        }
        Object parsed = kept(value, situation.now());
        Optional<LocalDate> date = date(parsed);
        if (date.filter(day -> day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)
                .isPresent()) {
            return Optional.of("please check the year");
        }
        if (notPast
                && date.filter(day -> day.isBefore(situation.now().toLocalDate()))
                        .isPresent()) {
            return Optional.of("please give today or a later date");
        }
        // What the server filled in is not rounded by the browser until it is touched.
        boolean untouched = value.equals(situation.opened());
        if (!untouched && time(parsed).filter(clock -> !isStep(clock)).isPresent()) {
            return Optional.of("please give a time in steps of " + step + " minutes");
        }
        return Optional.empty();
    }

    // Years that shift no further when the time zone changes.
    private boolean isOutOfReach(LocalDate day) {
        return day.getYear() < 0 || day.getYear() > 9999;
    }

    private boolean isStep(LocalTime time) {
        return time.getMinute() % step == 0 && time.getSecond() == 0 && time.getNano() == 0;
    }

    private static Optional<LocalDate> date(Object parsed) {
        if (parsed instanceof OffsetDateTime moment) {
            return Optional.of(moment.toLocalDate());
        }
        return parsed instanceof LocalDate day ? Optional.of(day) : Optional.empty();
    }

    private static Optional<LocalTime> time(Object parsed) {
        if (parsed instanceof OffsetDateTime moment) {
            return Optional.of(moment.toLocalTime());
        }
        return parsed instanceof LocalTime clock ? Optional.of(clock) : Optional.empty();
    }

    @Override
    public Object kept(Object value, ZonedDateTime now) {
        return value == null ? null : subtype.parse((String) value, now);
    }
}
