package org.criticalfriend.duty;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/**
 * What duties ask of a person or a school over a stretch of days (P6).
 *
 * @param halves days out of school by appointment, weighed in halves of a day: two for a day on duty, one for a day on stand-by
 *     (P12); without those there are none of
 */
public record Load(Map<AppointmentKind, Integer> halves) {

    /** Nothing is asked. */
    public static final Load NONE = new Load(Map.of());

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** Keeps a copy of what is given. */
    public Load {
        halves = Map.copyOf(halves);
    }

    /** Days of one appointment, those on stand-by counted half. */
    public BigDecimal daysOf(AppointmentKind appointment) {
        return days(halves.getOrDefault(appointment, 0));
    }

    /** All days together, those on stand-by counted half. */
    public BigDecimal weighted() {
        return days(halves.values().stream().mapToInt(Integer::intValue).sum());
    }

    /** Both together. */
    public Load plus(Load other) {
        Map<AppointmentKind, Integer> sum = new EnumMap<>(AppointmentKind.class);
        sum.putAll(halves);
        other.halves.forEach((appointment, more) -> sum.merge(appointment, more, Integer::sum));
        return new Load(sum);
    }

    private static BigDecimal days(int halves) {
        return BigDecimal.valueOf(halves).divide(TWO);
    }
}
