package org.criticalfriend.partnership.sheets;

import java.security.Principal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.criticalfriend.partnership.EntryRefused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The register of a partnership row by row: a list of each sheet, and a form for one person, one school, one setting, one day. */
@Controller
@RequestMapping("/partnership/{partnership}/register/{sheet}")
class RegisterRowsPage {

    /** More are found by searching. */
    private static final int ROWS_SHOWN = 200;

    private static final int CHANGES_SHOWN = 5;

    private final RegisterSheets sheets;
    private final ChangesInWords words;

    RegisterRowsPage(RegisterSheets sheets, ChangesInWords words) {
        this.words = words;
        this.sheets = sheets;
    }

    /**
     * A row in the list.
     *
     * @param token which one
     * @param name what it is called in a link
     * @param cells what is shown of it
     */
    record Line(String token, String name, List<String> cells) {}

    /**
     * A field of the form.
     *
     * @param name of the input
     * @param column what it is for
     * @param typed what stands in it
     * @param fixed whether it cannot be changed, because it says which row it is
     * @param now what stands in the register, if somebody changed it meanwhile
     * @param fault what has to be put right
     * @param suggestions what could be typed: an id and what it stands for
     */
    record Field(
            String name,
            Column column,
            String typed,
            boolean fixed,
            Optional<String> now,
            Optional<String> fault,
            List<Suggestion> suggestions) {}

    /** An id that can be typed, and what it stands for. */
    record Suggestion(String id, String words) {}

    @GetMapping
    String list(
            @PathVariable String partnership,
            @PathVariable String sheet,
            @RequestParam(defaultValue = "") String find,
            Principal person,
            Model model) {
        Sheet asked = RegisterPage.sheetOf(sheet);
        Content content = sheets.content(partnership, person.getName());
        List<Column> columns = inList(asked);
        List<Row> found = content.shown(asked).stream()
                .filter(row -> row.cells().values().stream().anyMatch(cell -> cell.toLowerCase(Locale.ROOT)
                        .contains(find.strip().toLowerCase(Locale.ROOT))))
                .toList();
        model.addAttribute("partnership", content.partnership());
        model.addAttribute("sheet", asked);
        model.addAttribute("columns", columns);
        model.addAttribute(
                "rows",
                found.stream()
                        .limit(ROWS_SHOWN)
                        .map(row -> line(row, content, columns))
                        .toList());
        model.addAttribute("found", found.size());
        model.addAttribute("all", content.shown(asked).size());
        model.addAttribute("find", find);
        model.addAttribute(
                "left",
                asked == Sheet.PEOPLE
                        ? content.rows(asked).values().stream()
                                .filter(row -> row.text("Left on").isPresent())
                                .map(row -> line(row, content, columns))
                                .toList()
                        : List.of());
        model.addAttribute("canAdd", asked != Sheet.SETTINGS);
        return "register-sheet";
    }

    /** Names first, then what tells most. */
    private static List<Column> inList(Sheet sheet) {
        List<String> titles =
                switch (sheet) {
                    case SETTINGS -> List.of("Name", "Kind", "Who leads", "Who may read a report", "Visit days");
                    case CALENDARS -> List.of("Name", "Id", "Country");
                    case SCHOOLS -> List.of("Name", "Id", "Status", "Phase", "Pupils", "Calendar");
                    case PEOPLE -> List.of("Family name", "Given name", "Id", "School", "Post");
                    case ROLES -> List.of("Name", "Person", "Role", "At");
                    case TRAINING -> List.of("Name", "Person", "Trained as", "Trained on", "Counts until");
                    case WORKING_DAYS ->
                        List.of("Name", "Person", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday");
                    case TERMS ->
                        List.of("School year", "Calendar", "School", Sheet.firstDayOfTerm(1), Sheet.lastDayOfTerm(1));
                    case DAYS -> List.of("Day", "Country", "Calendar", "School", "What", "Why");
                    case BLACKOUTS -> List.of("Why", "First day", "Last day", "Calendar", "School", "Phase");
                };
        return titles.stream().map(title -> sheet.column(title).orElseThrow()).toList();
    }

    private static Line line(Row row, Content content, List<Column> columns) {
        return new Line(
                row.token(),
                content.label(row),
                columns.stream().map(column -> row.cell(column.title())).toList());
    }

    @GetMapping("/row")
    String row(
            @PathVariable String partnership,
            @PathVariable String sheet,
            @RequestParam Optional<String> row,
            Principal person,
            Model model) {
        Sheet asked = RegisterPage.sheetOf(sheet);
        Content content = sheets.content(partnership, person.getName());
        Optional<Row> stands = row.map(token -> content.row(asked, token).orElseThrow(RegisterRowsPage::nothingHere));
        demandCanAdd(asked, stands);
        Row shown = stands.orElseGet(() -> new Row(asked, Map.of()));
        return form(
                person,
                content,
                asked,
                stands,
                shown.cells(),
                stands.map(Row::state).orElse(""),
                List.of(),
                false,
                model);
    }

    private static void demandCanAdd(Sheet sheet, Optional<Row> stands) {
        if (stands.isEmpty() && sheet == Sheet.SETTINGS) {
            throw nothingHere();
        }
    }

    private static ResponseStatusException nothingHere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private String form(
            Principal person,
            Content content,
            Sheet sheet,
            Optional<Row> stands,
            Map<String, String> typed,
            String seen,
            List<Fault> faults,
            boolean changedMeanwhile,
            Model model) {
        List<Field> fields = new ArrayList<>();
        for (int at = 0; at < sheet.columns().size(); at++) {
            Column column = sheet.columns().get(at);
            if (column.isKept()) {
                String now = stands.map(row -> row.cell(column.title())).orElse("");
                String text = typed.getOrDefault(column.title(), "");
                fields.add(new Field(
                        "c" + at,
                        column,
                        text,
                        stands.isPresent() && column.isKey(),
                        Optional.of(now).filter(cell -> changedMeanwhile && !cell.equals(text)),
                        faults.stream()
                                .filter(fault -> fault.column().equals(column.title()))
                                .map(Fault::words)
                                .findFirst(),
                        suggestions(column, content)));
            }
        }
        model.addAttribute("partnership", content.partnership());
        model.addAttribute("sheet", sheet);
        model.addAttribute("fields", fields);
        model.addAttribute("faults", faults);
        model.addAttribute("seen", seen);
        model.addAttribute("row", stands.map(Row::token).orElse(""));
        model.addAttribute("name", stands.map(content::label).orElse(""));
        model.addAttribute(
                "changes",
                stands.map(row -> words.of(
                                sheets.changesOf(row, content.partnership().id(), person.getName(), CHANGES_SHOWN),
                                content))
                        .orElse(List.of()));
        model.addAttribute("canRemove", stands.isPresent() && sheet.hasRemove());
        return "register-row";
    }

    private static List<Suggestion> suggestions(Column column, Content content) {
        return switch (column.refersTo()) {
            case SCHOOL ->
                content.shown(Sheet.SCHOOLS).stream()
                        .map(row -> new Suggestion(row.cell("Id"), row.cell("Name")))
                        .toList();
            case CALENDAR ->
                content.shown(Sheet.CALENDARS).stream()
                        .map(row -> new Suggestion(row.cell("Id"), row.cell("Name")))
                        .toList();
            case PERSON, TRAINER ->
                content.shown(Sheet.PEOPLE).stream()
                        .map(row ->
                                new Suggestion(row.cell("Id"), row.cell("Given name") + " " + row.cell("Family name")))
                        .toList();
            case NOTHING -> List.of();
        };
    }

    @PostMapping("/row")
    String save(
            @PathVariable String partnership,
            @PathVariable String sheet,
            @RequestParam Map<String, String> parameters,
            Principal person,
            Model model) {
        Sheet asked = RegisterPage.sheetOf(sheet);
        Content content = sheets.content(partnership, person.getName());
        String token = parameters.getOrDefault("row", "");
        Optional<Row> stands = content.row(asked, token);
        Map<String, String> typed = typed(asked, parameters, stands);
        if (!token.isEmpty() && stands.isEmpty()) {
            model.addAttribute(
                    "fault",
                    "Somebody has removed this meanwhile. What you typed is still here: save it to add it anew, or leave it.");
            return form(person, content, asked, Optional.empty(), typed, "", List.of(), false, model);
        }
        demandCanAdd(asked, stands);
        boolean goes = asked.hasRemove() && parameters.containsKey("remove");
        Given given = Given.row(asked, goes ? removing(typed) : typed);
        List<Fault> faults = List.of();
        try {
            Preview made = sheets.applyRow(
                    partnership,
                    given,
                    stands.map(Row::key).orElseGet(() -> keyOf(asked, typed)),
                    person.getName(),
                    parameters.getOrDefault("seen", ""));
            if (!made.isFaulty()) {
                return "redirect:/partnership/%s/register/%s?%s"
                        .formatted(partnership, asked.path(), made.isNothing() ? "same" : "saved");
            }
            faults = made.faults();
        } catch (ChangedSince changed) {
            Content now = sheets.content(partnership, person.getName());
            Optional<Row> there = stands.isPresent() ? now.row(asked, token) : now.row(asked, keyOf(asked, typed));
            model.addAttribute(
                    "fault",
                    there.isEmpty()
                            ? stands.isEmpty()
                                    ? "This id has been used and is never used again. Please choose another."
                                    : "Somebody has removed this meanwhile. What you typed is still here: save it to add it anew,"
                                            + " or leave it."
                            : stands.isEmpty()
                                    ? "There is such a row already. What stands there now is under each field; yours is kept in"
                                            + " it. Save again to put yours in its place."
                                    : "Somebody else has changed this meanwhile. What stands now is under each field; yours is"
                                            + " kept in it. Save again to put yours in its place.");
            return form(person, now, asked, there, typed, there.map(Row::state).orElse(""), List.of(), true, model);
        } catch (EntryRefused refused) {
            model.addAttribute("fault", refused.getMessage());
        }
        return form(person, content, asked, stands, typed, parameters.getOrDefault("seen", ""), faults, false, model);
    }

    /** What says which row it is cannot be typed over. */
    private static Map<String, String> typed(Sheet sheet, Map<String, String> parameters, Optional<Row> stands) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (int at = 0; at < sheet.columns().size(); at++) {
            Column column = sheet.columns().get(at);
            if (column.isKept()) {
                String text = parameters.getOrDefault("c" + at, "");
                typed.put(
                        column.title(),
                        column.isKey() && stands.isPresent() ? stands.get().cell(column.title()) : text);
            }
        }
        return typed;
    }

    private static Map<String, String> removing(Map<String, String> typed) {
        Map<String, String> removing = new LinkedHashMap<>(typed);
        removing.put("Remove", "Yes");
        return removing;
    }

    /** As far as it can be read; a fault shows when the row is looked at. */
    private static List<String> keyOf(Sheet sheet, Map<String, String> typed) {
        return sheet.keys().stream()
                .map(column -> Stream.of(typed.getOrDefault(column.title(), ""))
                        .map(cell -> {
                            try {
                                return column.read(cell);
                            } catch (EntryRefused e) {
                                return cell;
                            }
                        })
                        .findFirst()
                        .orElse(""))
                .toList();
    }
}
