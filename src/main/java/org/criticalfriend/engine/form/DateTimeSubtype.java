package org.criticalfriend.engine.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a date and time field asks for, and how form-js writes it. */
enum DateTimeSubtype {

    /** {@code 2026-12-24}, kept as {@link LocalDate}. */
    DATE("please give a date such as 24/12/2026") {
        @Override
        Object parse(String text, ZonedDateTime now) {
            return LocalDate.parse(text);
        }
    },

    /**
     * {@code 10:30}, {@code 10:30+00:00} or {@code 10:30Z}, kept as {@link LocalTime}. One with an offset is shifted to
     * what clocks in school show, by today's offset, as form-js does when it shows one.
     */
    TIME("please give a time such as 10:30") {
        @Override
        Object parse(String text, ZonedDateTime now) {
            TemporalAccessor time = DateTimeFormatter.ISO_TIME.parseBest(text, OffsetTime::from, LocalTime::from);
            return time instanceof OffsetTime elsewhere
                    ? elsewhere.withOffsetSameInstant(now.getOffset()).toLocalTime()
                    : time;
        }
    },

    /**
     * {@code 2026-12-25T11:15}, with or without offset, kept as {@link OffsetDateTime} with the school's offset on that
     * day. One without offset is school time.
     */
    DATETIME("please give a date and a time such as 24/12/2026, 10:30") {
        @Override
        Object parse(String text, ZonedDateTime now) {
            TemporalAccessor moment =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            ZonedDateTime here = moment instanceof OffsetDateTime elsewhere
                    ? elsewhere.atZoneSameInstant(now.getZone())
                    : ((LocalDateTime) moment).atZone(now.getZone());
            return here.toOffsetDateTime();
        }
    };

    private final String words;

    DateTimeSubtype(String words) {
        this.words = words;
    }

    /** @param name as in the form: {@code date}, {@code time}, {@code datetime} */
    static Optional<DateTimeSubtype> of(String name) {
        return Arrays.stream(values())
                .filter(subtype -> subtype.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /**
     * @param now a moment in the time zone of the school
     * @throws DateTimeException if {@code text} is none
     */
    abstract Object parse(String text, ZonedDateTime now);

    /** What to do if it is none. */
    String words() {
        return words;
    }
}
