package org.criticalfriend.partnership.sheets;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How constants are written in cells. */
final class Words {

    /** What is not simply the constant with a capital and spaces. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("MAT", "MAT"),
            Map.entry("CROSS_REGIONAL", "Cross-regional"),
            Map.entry("ALL_THROUGH", "All-through"),
            Map.entry("IMPROVEMENT_CHAMPION", "Improvement Champion"),
            Map.entry("CENTRAL", "Central team"),
            Map.entry("PEER", "Peer head"),
            Map.entry("LEADERS", "Leaders of all schools"),
            Map.entry("OPT_IN", "With a reason"),
            Map.entry("INSET", "INSET day"));

    private Words() {}

    static String of(Enum<?> constant) {
        return OTHERS.getOrDefault(
                constant.name(),
                constant.name().charAt(0)
                        + constant.name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /** The words of all these constants. */
    static List<String> of(Enum<?>[] constants) {
        return Stream.of(constants).map(Words::of).toList();
    }

    /** The constant that was written so, or empty for an empty cell. */
    static <E extends Enum<E>> Optional<E> read(Class<E> type, String words) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> of(constant).equals(words))
                .findFirst();
    }

    /** What counts when two words are compared: letters and digits, small or large. */
    static String plain(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
