package org.criticalfriend.duty;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/**
 * What duties ask of a person or a school over a stretch of days (P6).
 *
 * @param days days out of school by appointment; without those there are none of
 * @param halves all days together, weighed in halves of a day: two for a day on duty, one for a day on stand-by (P12)
 */
public record Load(Map<AppointmentKind, Integer> days, int halves) {

    /** Nothing is asked. */
    public static final Load NONE = new Load(Map.of(), 0);

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** Keeps a copy of what is given. */
    public Load {
        days = Map.copyOf(days);
    }

    /** Days of one appointment, those on stand-by included in full. */
    public int daysOf(AppointmentKind appointment) {
        return days.getOrDefault(appointment, 0);
    }

    /** All days together, those on stand-by counted half. */
    public BigDecimal weighted() {
        return BigDecimal.valueOf(halves).divide(TWO);
    }

    /** Both together. */
    public Load plus(Load other) {
        Map<AppointmentKind, Integer> sum = new EnumMap<>(AppointmentKind.class);
        sum.putAll(days);
        other.days.forEach((appointment, more) -> sum.merge(appointment, more, Integer::sum));
        return new Load(sum, halves + other.halves);
    }
}
