package org.criticalfriend.partnership.sheets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.criticalfriend.partnership.EntryRefused;
import org.criticalfriend.partnership.Role;

/** Compares what was given with the register as it stands: what would change, and what has to be put right first. */
final class Comparison {

    private static final String HAS_GONE = "has left, or their school has";

    private final Content now;
    private final Given given;
    private final Map<Sheet, Map<List<String>, Row>> then = new EnumMap<>(Sheet.class);
    private final List<Fault> faults;
    private final Set<List<Object>> faultyRows = new HashSet<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Preview.OfSheet> sheets = new ArrayList<>();

    private Comparison(Content now, Given given) {
        this.now = now;
        this.given = given;
        this.faults = new ArrayList<>(given.faults());
        for (Sheet sheet : Sheet.values()) {
            then.put(sheet, new LinkedHashMap<>(now.rows(sheet)));
        }
    }

    /**
     * What would change.
     *
     * @param state the state of the register in which {@code now} was read
     */
    static Comparison of(Content now, Given given) {
        Comparison comparison = new Comparison(now, given);
        for (Sheet sheet : Sheet.values()) {
            if (given.tables().containsKey(sheet)) {
                comparison.read(sheet, given.tables().get(sheet));
            }
        }
        comparison.sheets.stream().flatMap(sheet -> sheet.changes().stream()).forEach(comparison::look);
        comparison.lookForALead();
        return comparison;
    }

    Preview preview(UUID state) {
        return new Preview(
                state,
                List.copyOf(sheets),
                faults.stream()
                        .sorted(Comparator.comparing((Fault fault) -> Sheet.named(fault.sheet())
                                        .map(Sheet::ordinal)
                                        .orElse(-1))
                                .thenComparing(Fault::row))
                        .toList(),
                List.copyOf(notes));
    }

    /** The rows as they would stand. */
    Map<List<String>, Row> then(Sheet sheet) {
        return then.get(sheet);
    }

    private void read(Sheet sheet, Given.Table table) {
        List<Change> changes = new ArrayList<>();
        Map<List<String>, Integer> seen = new HashMap<>();
        int same = 0;
        int ofGone = 0;
        for (Given.Line line : table.rows()) {
            Optional<Map<String, String>> cells = cells(sheet, table, line);
            if (cells.isEmpty()) {
                continue;
            }
            Row typed = new Row(sheet, cells.get());
            Integer before = seen.put(typed.key(), line.number());
            if (before != null) {
                fault(
                        sheet,
                        line,
                        "",
                        "The same row stands in row %d already. Please enter it once.".formatted(before));
                continue;
            }
            Optional<Row> stands = Optional.ofNullable(now.rows(sheet).get(typed.key()));
            Optional<Row> will = typed.isYes("Remove")
                    ? Optional.empty()
                    : Optional.of(stands.orElseGet(() -> blank(sheet)).with(cells.get()));
            if (stands.map(Row::state).equals(will.map(Row::state))) {
                same++;
            } else if (isLeftAlone(typed, stands)) {
                ofGone++;
            } else {
                if (stands.isEmpty()) {
                    demandAllNeeded(sheet, table, line);
                }
                changes.add(
                        new Change(line.number(), label(will.or(() -> stands).orElseThrow()), stands, will));
                will.ifPresentOrElse(row -> then.get(sheet).put(row.key(), row), () -> then.get(sheet)
                        .remove(typed.key()));
            }
        }
        if (ofGone > 0) {
            notes.add("%s: %d %s left alone, for the person %s."
                    .formatted(sheet.title(), ofGone, ofGone == 1 ? "row is" : "rows are", HAS_GONE));
        }
        Set<List<String>> keys = seen.keySet();
        int notInFile = (int) now.shown(sheet).stream()
                .filter(row -> !keys.contains(row.key()))
                .count();
        sheets.add(new Preview.OfSheet(sheet, List.copyOf(changes), same, notInFile));
    }

    /**
     * The cells that the file has, in the one way of their columns; empty if it cannot be said which row it is. One that cannot stand
     * there is noted and left out.
     */
    private Optional<Map<String, String>> cells(Sheet sheet, Given.Table table, Given.Line line) {
        Map<String, String> cells = new LinkedHashMap<>();
        boolean knowsRow = true;
        // Of a row that goes nothing counts but which it is.
        boolean goes = false;
        for (Column column : sheet.columns()) {
            if (column.use() == Column.Use.REMOVE && table.columns().contains(column.title())) {
                try {
                    goes = !column.read(line.cells().getOrDefault(column.title(), ""))
                            .isEmpty();
                } catch (EntryRefused e) {
                    fault(sheet, line, column.title(), e.getMessage());
                }
            }
        }
        for (Column column : sheet.kept()) {
            // A key that may be empty and has no column is empty.
            boolean typed = table.columns().contains(column.title()) || column.isKey();
            if (!typed || goes && !column.isKey()) {
                continue;
            }
            try {
                cells.put(column.title(), column.read(line.cells().getOrDefault(column.title(), "")));
            } catch (EntryRefused e) {
                fault(sheet, line, column.title(), e.getMessage());
                knowsRow &= !column.isKey();
            }
        }
        if (goes) {
            cells.put("Remove", "Yes");
        }
        return knowsRow ? Optional.of(cells) : Optional.empty();
    }

    private static Row blank(Sheet sheet) {
        return new Row(
                sheet,
                sheet.kept().stream()
                        .filter(column -> !column.blank().isEmpty())
                        .collect(Collectors.toMap(Column::title, Column::blank)));
    }

    private void demandAllNeeded(Sheet sheet, Given.Table table, Given.Line line) {
        sheet.kept().stream()
                .filter(column -> column.isNeeded() && !table.columns().contains(column.title()))
                .forEach(column -> fault(
                        sheet,
                        line,
                        column.title(),
                        "This row is new, and the file has no such column. Please add it; the template shows how."));
    }

    /** Rows of those who have gone; on a page it may be said that somebody has not left after all. */
    private boolean isLeftAlone(Row row, Optional<Row> stands) {
        return now.isOfGone(row)
                && !(given.onPage() && stands.filter(now::canBeOpened).isPresent());
    }

    private void look(Change change) {
        change.after().ifPresentOrElse(row -> lookAtRow(change, row), () -> lookAtRemoval(change));
        lookWhoMay(change);
    }

    private void lookAtRow(Change change, Row row) {
        boolean sound = !hasFault(change) && obeysItsRules(change, row);
        for (Column column : row.sheet().kept()) {
            if (isTyped(change, row, column.title())
                    && !row.cell(column.title()).isEmpty()) {
                lookAtReference(change, column, row.cell(column.title()));
            }
        }
        if (!sound) {
            return;
        }
        switch (row.sheet()) {
            case SETTINGS -> {
                if (change.before().isEmpty()) {
                    fault(change, "Id", "This is another partnership. Please take its own file.");
                }
            }
            case SCHOOLS -> lookAtSchool(change, row);
            case PEOPLE -> lookAtPerson(change, row);
            default -> {}
        }
    }

    private boolean obeysItsRules(Change change, Row row) {
        try {
            Records.check(row, now.partnership().id());
            return true;
        } catch (CellRefused refused) {
            fault(change, refused.column(), refused.getMessage());
        } catch (IllegalArgumentException refused) {
            fault(change, culprit(change, row, refused.getMessage()), refused.getMessage());
        }
        return false;
    }

    /** The column that stands in the way: with something else in it the row would pass, or fail for another reason. */
    private String culprit(Change change, Row row, String words) {
        for (Column column : row.sheet().kept()) {
            String cell = row.cell(column.title());
            String before =
                    change.before().map(stands -> stands.cell(column.title())).orElse(column.example());
            if (!cell.equals(before)) {
                try {
                    Records.check(
                            row.with(column.title(), column.kind().read(before)),
                            now.partnership().id());
                    return column.title();
                } catch (IllegalArgumentException other) {
                    if (!words.equals(other.getMessage())) {
                        return column.title();
                    }
                }
            }
        }
        return "";
    }

    private void lookAtReference(Change change, Column column, String id) {
        switch (column.refersTo()) {
            case SCHOOL ->
                demand(
                        then.get(Sheet.SCHOOLS).containsKey(List.of(id)),
                        change,
                        column,
                        "There is no school of this id in the partnership. Please correct it, or enter the school.");
            case PERSON ->
                demand(
                        isHere(id),
                        change,
                        column,
                        "There is nobody of this id in the partnership. Please correct it, or enter the person.");
            case TRAINER ->
                demand(
                        then.get(Sheet.PEOPLE).containsKey(List.of(id)),
                        change,
                        column,
                        "There is nobody of this id who could have been the trainer. Please correct it, or leave it empty.");
            case CALENDAR ->
                demand(
                        then.get(Sheet.CALENDARS).containsKey(List.of(id)),
                        change,
                        column,
                        "There is no calendar of this id. Please correct it, or enter the calendar.");
            case NOTHING -> {}
        }
    }

    private void demand(boolean met, Change change, Column column, String words) {
        if (!met) {
            fault(change, column.title(), words);
        }
    }

    /** Whether somebody will be there, and not have left. */
    boolean isHere(String person) {
        Row row = then.get(Sheet.PEOPLE).get(List.of(person));
        return row != null && row.text("Left on").isEmpty();
    }

    private void lookAtSchool(Change change, Row row) {
        String id = row.cell("Id");
        if (change.before().isEmpty() && now.usedElsewhere().schools().contains(id)) {
            fault(
                    change,
                    "Id",
                    "There is a school of this id outside the partnership. Please choose another id, or ask an administrator"
                            + " to let that school join.");
        }
        if (isTyped(change, row, "Subject leaders")
                && !Records.subjectLeaders(row).values().stream().allMatch(leader -> worksAt(leader, id))) {
            fault(change, "Subject leaders", "Please name people who work at this school, each by their id.");
        }
        if (isTyped(change, row, "Approver")
                && row.text("Approver").filter(person -> worksAt(person, id)).isPresent()) {
            fault(change, "Approver", "Please name somebody from outside the school.");
        }
    }

    private static boolean isTyped(Change change, Row row, String column) {
        return !row.cell(column)
                .equals(change.before().map(stands -> stands.cell(column)).orElse(""));
    }

    /** Whether somebody will be there and work at a school. */
    boolean worksAt(String person, String school) {
        return isHere(person)
                && then.get(Sheet.PEOPLE).get(List.of(person)).cell("School").equals(school);
    }

    private void lookAtPerson(Change change, Row row) {
        String id = row.cell("Id");
        boolean leaves = row.text("Left on").isPresent();
        if (change.before().isEmpty()) {
            if (now.usedElsewhere().people().contains(id)) {
                fault(
                        change,
                        "Id",
                        "This id has been used and is never used again. Please choose another; if it is the same person, an"
                                + " administrator can give them a role in this partnership.");
            }
            if (leaves) {
                fault(
                        change,
                        "Left on",
                        "Somebody who is not in the register cannot have left. Please leave the row out.");
            }
        } else if (!leaves && row.text("School").isEmpty() && !hasRole(id)) {
            fault(change, "School", "Please enter a school, or give the person a role in the partnership.");
        }
        if (change.before().isEmpty() && row.text("School").isEmpty() && !hasRole(id)) {
            fault(
                    change,
                    "School",
                    given.onPage()
                            ? "Please enter a school. People without one come with a role in the partnership, by a spreadsheet."
                            : "Please enter a school, or give the person a role in the partnership.");
        }
    }

    private boolean hasRole(String person) {
        return then.get(Sheet.ROLES).values().stream()
                .anyMatch(role -> role.cell("Person").equals(person));
    }

    private void lookAtRemoval(Change change) {
        if (change.sheet() == Sheet.TERMS && change.row().text("Calendar").isPresent()) {
            fault(change, "Remove", "A calendar keeps its terms. Please correct them instead.");
        }
    }

    /** Leads change what is their partnership's alone. */
    private void lookWhoMay(Change change) {
        Row row = change.row();
        boolean ofPerson = change.sheet() == Sheet.PEOPLE
                || change.sheet() == Sheet.TRAINING
                || change.sheet() == Sheet.WORKING_DAYS;
        if (ofPerson
                && Content.personOf(row)
                        .filter(now.elsewhere().people()::contains)
                        .isPresent()) {
            fault(
                    change,
                    "",
                    "This person also belongs to another school, partnership or the installation itself. Please ask an"
                            + " administrator to change it.");
        }
        if (change.sheet() == Sheet.DAYS
                && row.text("Country").isPresent()
                && now.lead().isPresent()) {
            fault(
                    change,
                    "Country",
                    "Days of a whole country are an administrator's to enter. Please enter it for your own schools.");
        }
        Optional<String> school =
                switch (change.sheet()) {
                    case SCHOOLS -> row.text("Id");
                    case ROLES -> row.text("At");
                    default -> row.text("School");
                };
        if (school.filter(now.elsewhere().schools()::contains).isPresent()) {
            fault(
                    change,
                    "",
                    "This school has left, and is a member of another partnership now. Please ask an administrator to change it.");
        }
        if (change.sheet() == Sheet.ROLES
                && change.what() == Change.What.ADDED
                && now.lead().equals(row.text("Person"))) {
            fault(change, "", "Nobody gives a role to themselves. Please ask your deputy or an administrator.");
        }
        Optional<String> calendar = change.sheet() == Sheet.CALENDARS ? row.text("Id") : row.text("Calendar");
        boolean ofCalendar = change.sheet() == Sheet.CALENDARS
                || change.sheet() == Sheet.TERMS
                || change.sheet() == Sheet.DAYS
                || change.sheet() == Sheet.BLACKOUTS;
        if (ofCalendar && calendar.filter(now.elsewhere().calendars()::contains).isPresent()) {
            fault(
                    change,
                    "",
                    "Schools outside the partnership keep this calendar too. Please enter it for your own schools, or ask an"
                            + " administrator.");
        }
    }

    private void lookForALead() {
        Set<String> leads = new HashSet<>();
        leads.addAll(leads(now.rows(Sheet.ROLES)));
        leads.removeAll(now.gone());
        Set<String> after = leads(then.get(Sheet.ROLES));
        after.removeIf(person -> !isHere(person));
        if (!leads.isEmpty() && after.isEmpty()) {
            faults.add(Fault.of(
                    Sheet.ROLES,
                    0,
                    "",
                    "Nobody would lead the partnership any more. Please make somebody else %s first."
                            .formatted(Words.of(Role.PARTNERSHIP_LEAD))));
        }
    }

    private static Set<String> leads(Map<List<String>, Row> roles) {
        return roles.values().stream()
                .filter(role -> role.cell("Role").equals(Words.of(Role.PARTNERSHIP_LEAD)))
                .map(role -> role.cell("Person"))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private boolean hasFault(Change change) {
        return faultyRows.contains(List.<Object>of(change.sheet(), change.number()));
    }

    private void fault(Change change, String column, String words) {
        fault(change.sheet(), change.number(), column, words);
    }

    private void fault(Sheet sheet, Given.Line line, String column, String words) {
        fault(sheet, line.number(), column, words);
    }

    private void fault(Sheet sheet, int row, String column, String words) {
        faults.add(Fault.of(sheet, row, column, words));
        faultyRows.add(List.of(sheet, row));
    }

    private String label(Row row) {
        return row.label(person -> Optional.ofNullable(then.get(Sheet.PEOPLE).get(List.of(person))));
    }
}
