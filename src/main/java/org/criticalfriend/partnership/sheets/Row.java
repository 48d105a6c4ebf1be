package org.criticalfriend.partnership.sheets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A row of a sheet as it is compared and kept.
 *
 * @param sheet where it stands
 * @param cells by the title of the column; a column that is missing is empty
 */
record Row(Sheet sheet, Map<String, String> cells) {

    Row {
        cells = Map.copyOf(cells);
    }

    String cell(String title) {
        return cells.getOrDefault(title, "");
    }

    Optional<String> text(String title) {
        return Optional.of(cell(title)).filter(text -> !text.isEmpty());
    }

    Optional<Integer> number(String title) {
        return text(title).map(Integer::valueOf);
    }

    Optional<LocalDate> day(String title) {
        return text(title).map(LocalDate::parse);
    }

    <E extends Enum<E>> Optional<E> constant(String title, Class<E> type) {
        return Words.read(type, cell(title));
    }

    boolean isYes(String title) {
        return "Yes".equals(cell(title));
    }

    Row with(String title, String cell) {
        return with(Map.of(title, cell));
    }

    Row with(Map<String, String> changed) {
        Map<String, String> all = new LinkedHashMap<>(cells);
        all.putAll(changed);
        return new Row(sheet, all);
    }

    /** Which row it is. */
    List<String> key() {
        return sheet.keys().stream().map(column -> cell(column.title())).toList();
    }

    /** Which row it is, for an address. */
    String token() {
        return token(key());
    }

    /** All that stands in it, as a short word that changes with any of it. */
    String state() {
        return token(sheet.columns().stream()
                .filter(Column::isKept)
                .map(column -> cell(column.title()))
                .toList());
    }

    /**
     * Which row it is, for people: with names where there are any.
     *
     * @param personOf the row of a person by their id, if there is one
     */
    String label(Function<String, Optional<Row>> personOf) {
        return switch (sheet) {
            case SETTINGS -> cell("Name");
            case CALENDARS, SCHOOLS -> "%s (%s)".formatted(cell("Name"), cell("Id"));
            case PEOPLE -> "%s %s (%s)".formatted(cell("Given name"), cell("Family name"), cell("Id"));
            case ROLES, TRAINING, WORKING_DAYS, TERMS, DAYS, BLACKOUTS ->
                key().stream()
                        .filter(cell -> !cell.isEmpty())
                        .map(cell -> Content.personOf(this)
                                .filter(cell::equals)
                                .flatMap(personOf)
                                .map(person -> person.label(personOf))
                                .orElse(cell))
                        .collect(Collectors.joining(", "));
        };
    }

    private static String token(Collection<String> texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String text : texts) {
                digest.update(text.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java knows SHA-256.", e);
        }
    }
}
