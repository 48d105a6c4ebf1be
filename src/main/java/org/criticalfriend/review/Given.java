package org.criticalfriend.review;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.criticalfriend.engine.form.Refusal;

/**
 * What a person has handed in, or one row of a list in it, after the form's own checks.
 *
 * @param values by key of the form
 */
record Given(Map<String, Object> values) {

    /** Text; null if left empty. */
    String text(String key) {
        return (String) values.get(key);
    }

    /** @throws Refusal if it was left empty, which the shipped form does not allow but a process owner's may */
    String requiredText(String key, String label) {
        return Optional.ofNullable(text(key)).orElseThrow(() -> missing(label));
    }

    /** @throws Refusal if it was left empty */
    LocalDate requiredDate(String key, String label) {
        return date(key).orElseThrow(() -> missing(label));
    }

    private static Refusal missing(String label) {
        return Refusal.of(label + ": please fill this in.");
    }

    Optional<LocalDate> date(String key) {
        return Optional.ofNullable((LocalDate) values.get(key));
    }

    /** The key of a record that was chosen from options; null if nothing was chosen. */
    UUID choice(String key) {
        return Optional.ofNullable(text(key)).map(UUID::fromString).orElse(null);
    }

    /** Whether a box is ticked. */
    boolean isTicked(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }

    /** The rows of a list that hold anything. */
    List<Given> rows(String key) {
        return list(key).stream()
                .map(Given::row)
                .filter(row -> row.values.values().stream().anyMatch(Objects::nonNull))
                .toList();
    }

    /** All rows of a list that has as many as the form opened with. */
    List<Given> allRows(String key) {
        return list(key).stream().map(Given::row).toList();
    }

    /** The texts of a checklist, separated by commas; null if none is ticked. */
    String ticked(String key) {
        List<?> ticked = list(key);
        return ticked.isEmpty()
                ? null
                : String.join(",", ticked.stream().map(String::valueOf).toList());
    }

    /** The keys of the records that were ticked in a list of options. */
    Set<UUID> choices(String key) {
        return list(key).stream()
                .map(String::valueOf)
                .map(UUID::fromString)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The texts of a checklist or taglist; empty if none is chosen. */
    List<String> chosen(String key) {
        return list(key).stream().map(String::valueOf).toList();
    }

    private List<?> list(String key) {
        return values.get(key) instanceof List<?> list ? list : List.of();
    }

    @SuppressWarnings("unchecked")
    private static Given row(Object row) {
        return new Given((Map<String, Object>) row);
    }
}
