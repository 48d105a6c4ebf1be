package org.criticalfriend.engine.form;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Holds an answer against the rules of its form, now that it is known what was shown. */
final class Examination {

    private final Map<String, Object> known;
    private final Feel feel;
    private final ZonedDateTime now;
    private final Breaches breaches;

    Examination(Map<String, Object> known, Feel feel, ZonedDateTime now, Breaches breaches) {
        this.known = known;
        this.feel = feel;
        this.now = now;
        this.breaches = breaches;
    }

    /** Tells the breaches, and returns the values to keep if there are none. */
    Map<String, Object> values(Sheet sheet) {
        Map<String, Object> values = new LinkedHashMap<>();
        examine(sheet, sheet.parts(), values);
        return values;
    }

    private void examine(Sheet sheet, List<Part> parts, Map<String, Object> values) {
        for (Part part : parts) {
            if (part instanceof Part.Group group) {
                examine(sheet, group.parts(), values);
            } else if (part instanceof Part.Computed computed) {
                // Whatever was submitted for it: the server has computed it itself.
                Binding binding = computed.binding();
                binding.put(values, sheet.look().computed().get(binding.path()));
            } else if (part instanceof Part.Field field) {
                examine(sheet, field, values);
            } else if (part instanceof Part.Rows rows) {
                examine(sheet, rows, values);
            }
        }
    }

    private void examine(Sheet sheet, Part.Field field, Map<String, Object> values) {
        boolean hidden = sheet.look().hidden().contains(field);
        boolean locked = sheet.look().locked().contains(field);
        if (hidden) {
            refuseAnything(sheet, field.binding());
        } else if (locked) {
            refuseChange(sheet, field);
        } else {
            fault(sheet, field).ifPresent(words -> tell(sheet, field.binding(), words));
        }
        if (locked && sheet.isRow()) {
            field.binding().put(values, opened(sheet, field));
        } else if (!locked) {
            field.binding().put(values, hidden ? field.input().notAsked() : kept(sheet, field));
        }
    }

    private void examine(Sheet sheet, Part.Rows rows, Map<String, Object> values) {
        boolean locked = sheet.look().locked().contains(rows);
        List<Map<String, Object>> kept = new ArrayList<>();
        if (sheet.look().hidden().contains(rows)) {
            refuseAnything(sheet, rows.binding());
        } else if (sheet.rows().containsKey(rows)) {
            List<Sheet> sheets = sheet.rows().get(rows);
            if ((locked || !rows.addable()) && !isComplete(sheet, rows, sheets)) {
                tell(sheet, rows.binding(), "rows cannot be added or taken away here");
            } else {
                sheets.forEach(row -> kept.add(values(row)));
            }
        }
        if (!locked || sheet.isRow()) {
            rows.binding().put(values, kept);
        }
    }

    /** Whether the list has as many rows as it was opened with, not counting those of which the browser sends nothing. */
    private static boolean isComplete(Sheet sheet, Part.Rows rows, List<Sheet> sheets) {
        int sent = rows.binding().rowsIn(sheet.submitted());
        return sheets.size() == rows.binding().rowsIn(sheet.opened())
                && sheets.subList(sent, sheets.size()).stream().noneMatch(row -> sendsAnything(row, row.parts()));
    }

    private static boolean sendsAnything(Sheet sheet, List<Part> parts) {
        return parts.stream()
                .filter(part -> !sheet.look().hidden().contains(part))
                .anyMatch(part -> {
                    if (part instanceof Part.Group group) {
                        return sendsAnything(sheet, group.parts());
                    }
                    if (part instanceof Part.Rows rows) {
                        return sheet.rows().getOrDefault(rows, List.of()).stream()
                                .anyMatch(row -> sendsAnything(row, row.parts()));
                    }
                    return !(part instanceof Part.Field field) || !field.lock().disabled();
                });
    }

    private void refuseAnything(Sheet sheet, Binding binding) {
        Object submitted = binding.in(sheet.submitted());
        boolean nothing =
                submitted == null || submitted.equals("") || submitted instanceof List<?> list && list.isEmpty();
        if (!nothing) {
            tell(sheet, binding, "this is not asked for here and must stay empty");
        }
    }

    private void refuseChange(Sheet sheet, Part.Field field) {
        boolean sent = field.binding().in(sheet.submitted()) != null;
        // The browser does not send disabled fields; in a row, what it does send must be there, to tell the row by it.
        boolean missing = !sent && sheet.isRow() && !field.lock().disabled();
        boolean changed = sheet.unreadable().containsKey(field)
                || (sent || missing) && !Objects.equals(kept(sheet, field), opened(sheet, field));
        if (changed) {
            tell(sheet, field.binding(), "this cannot be changed here");
        }
    }

    private Optional<String> fault(Sheet sheet, Part.Field field) {
        if (sheet.unreadable().containsKey(field)) {
            return Optional.of(sheet.unreadable().get(field));
        }
        Object opened = field.binding().in(sheet.opened());
        Situation situation = new Situation(known, opened, sheet.look().context(), feel, now);
        return field.input().fault(read(sheet, field), situation);
    }

    private static Object read(Sheet sheet, Part.Field field) {
        Object read = sheet.read().get(field);
        return read == null ? field.input().empty() : read;
    }

    private Object kept(Sheet sheet, Part.Field field) {
        return field.input().kept(read(sheet, field), now);
    }

    private Object opened(Sheet sheet, Part.Field field) {
        Object opened = field.binding().in(sheet.opened());
        return field.input().kept(opened == null ? field.input().empty() : opened, now);
    }

    private void tell(Sheet sheet, Binding binding, String words) {
        breaches.add(sheet.where(), binding.label(), words);
    }
}
