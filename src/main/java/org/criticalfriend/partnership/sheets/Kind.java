package org.criticalfriend.partnership.sheets;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.partnership.EntryRefused;

/**
 * What can stand in the cells of a column. Whatever way it was typed, it is written in one way, so that cells are equal if their texts
 * are.
 *
 * @param input how it is typed on a page
 * @param choices all that can stand there, if these are few
 * @param reader how a text that is not empty is written in the one way; refuses it in words
 */
record Kind(Input input, List<String> choices, UnaryOperator<String> reader) {

    private static final String YES = "Yes";
    private static final String NO = "No";
    private static final Pattern YEAR = Pattern.compile("(20\\d\\d)(?:\\s*[/–-]\\s*(?:20)?(\\d\\d))?");
    private static final int MOST_CHARACTERS = 4000;
    private static final int MOST_DIGITS = 9;

    /** As people in Britain write days, and as spreadsheets do. */
    private static final List<DateTimeFormatter> DAYS = Stream.of(
                    "uuuu-MM-dd", "d/M/uuuu", "d.M.uuuu", "d MMMM uuuu", "d MMM uuuu", "EEEE d MMMM uuuu")
            // Sept in Britain, Sep elsewhere.
            .flatMap(pattern -> Stream.of(Locale.UK, Locale.US)
                    .map(locale ->
                            DateTimeFormatter.ofPattern(pattern, locale).withResolverStyle(ResolverStyle.STRICT)))
            .toList();

    /** How a cell is typed on a page. */
    enum Input {
        TEXT,
        LONG_TEXT,
        NUMBER,
        DAY,
        CHOICE
    }

    static final Kind TEXT = new Kind(Input.TEXT, List.of(), Kind::shortened);

    static final Kind LONG_TEXT = new Kind(Input.LONG_TEXT, List.of(), Kind::shortened);

    static final Kind NUMBER = new Kind(Input.NUMBER, List.of(), Kind::number);

    static final Kind DECIMAL = new Kind(Input.TEXT, List.of(), typed -> {
        try {
            BigDecimal number = new BigDecimal(typed).stripTrailingZeros();
            // One such as 1e999999 would be written in full.
            if (Math.abs(number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS) {
                return number.toPlainString();
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new EntryRefused("Please enter a number such as 2 or 1.5, or leave it empty.");
    });

    /** An amount without the sign: whole pounds, or pounds and pence. */
    static final Kind POUNDS = new Kind(Input.TEXT, List.of(), typed -> {
        BigDecimal amount = new BigDecimal(DECIMAL.reader().apply(typed.replaceAll("^£\\s*|,(?=\\d{3}(?!\\d))", "")));
        return (amount.scale() == 1 ? amount.setScale(2) : amount).toPlainString();
    });

    static final Kind DAY = new Kind(Input.DAY, List.of(), typed -> DAYS.stream()
            .flatMap(format -> day(typed, format).stream())
            .findFirst()
            .map(LocalDate::toString)
            .orElseThrow(() -> new EntryRefused("Please enter a day such as 2026-09-03 or 3/9/2026.")));

    static final Kind SCHOOL_YEAR = new Kind(Input.TEXT, List.of(), typed -> {
        Matcher year = YEAR.matcher(typed);
        if (year.matches()) {
            SchoolYear meant = new SchoolYear(Integer.parseInt(year.group(1)));
            if (year.group(2) == null || meant.toString().endsWith(year.group(2))) {
                return meant.toString();
            }
        }
        throw new EntryRefused("Please enter a school year such as 2026/27.");
    });

    static final Kind YES_OR_NO = new Kind(Input.CHOICE, List.of(YES, NO), typed -> switch (Words.plain(typed)) {
        case "yes", "y", "x", "true", "1" -> YES;
        case "no", "n", "false", "0" -> NO;
        default -> throw new EntryRefused("Please enter Yes or No.");
    });

    /** Yes, or nothing. */
    static final Kind TICK = new Kind(
            Input.CHOICE, List.of(YES), typed -> YES.equals(YES_OR_NO.reader().apply(typed)) ? YES : "");

    /** Weekdays, in the order of the week. */
    static final Kind WEEKDAYS = new Kind(Input.TEXT, List.of(), typed -> Stream.of(typed.split("[,;\\n]"))
            .filter(part -> !part.isBlank())
            .map(Kind::weekday)
            .distinct()
            .sorted(Comparator.comparing(Kind::dayOf))
            .collect(Collectors.joining(", ")));

    /** Several texts in any order, with a semicolon between; one within a text is written {@code \;}. */
    static final Kind SEVERAL = new Kind(Input.TEXT, List.of(), typed -> joined(parts(typed)));

    /** Several texts in their order, each on a line of its own. */
    static final Kind LINES = new Kind(Input.LONG_TEXT, List.of(), typed -> String.join("\n", lines(typed)));

    /** Pairs such as {@code Mathematics: abbeyhighmaths}, with a semicolon between. */
    static final Kind PAIRS = new Kind(
            Input.TEXT,
            List.of(),
            typed -> joined(parts(typed).stream()
                    .map(part -> {
                        int colon = part.lastIndexOf(':');
                        if (colon < 1 || colon == part.length() - 1) {
                            throw new EntryRefused(
                                    "Please write pairs with a colon, such as Mathematics: abbeyhighmaths.");
                        }
                        return part.substring(0, colon).strip() + ": "
                                + part.substring(colon + 1).strip();
                    })
                    .toList()));

    /** One of these words. */
    static Kind oneOf(List<String> words) {
        return new Kind(Input.CHOICE, words, typed -> words.stream()
                .filter(word -> Words.plain(word).equals(Words.plain(typed)))
                .findFirst()
                .orElseThrow(
                        () -> new EntryRefused("Please enter one of these: %s.".formatted(String.join(", ", words)))));
    }

    /** One of these constants, in words or by its name. */
    static Kind oneOf(Enum<?>... constants) {
        List<String> words = Words.of(constants);
        return new Kind(Input.CHOICE, words, typed -> Stream.of(constants)
                .filter(constant -> Words.plain(constant.name()).equals(Words.plain(typed)))
                .map(Words::of)
                .findFirst()
                .orElseGet(() -> oneOf(words).reader().apply(typed)));
    }

    /**
     * What was typed, in the one way in which it is written; empty if nothing was.
     *
     * @throws EntryRefused if it cannot stand there
     */
    String read(String typed) {
        String text = typed.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\u00a0', ' ')
                .strip();
        return text.isEmpty() ? "" : reader.apply(text);
    }

    private static String shortened(String typed) {
        if (typed.length() > MOST_CHARACTERS) {
            throw new EntryRefused(
                    "Please shorten it: it has %d characters, and %d fit.".formatted(typed.length(), MOST_CHARACTERS));
        }
        return typed;
    }

    private static String number(String typed) {
        try {
            return String.valueOf(new BigDecimal(typed).intValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            throw new EntryRefused("Please enter a whole number.");
        }
    }

    private static Optional<LocalDate> day(String typed, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(typed, format));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String weekday(String typed) {
        return Stream.of(DayOfWeek.values())
                .map(Words::of)
                .filter(day ->
                        Words.plain(typed).length() >= 2 && Words.plain(day).startsWith(Words.plain(typed)))
                .findFirst()
                .orElseThrow(() -> new EntryRefused("Please enter weekdays such as Thursday, Friday."));
    }

    private static DayOfWeek dayOf(String words) {
        return Words.read(DayOfWeek.class, words).orElseThrow();
    }

    /** Several texts as one cell. */
    static String joined(List<String> parts) {
        return parts.stream()
                .map(part -> part.replace(";", "\\;"))
                .distinct()
                .sorted()
                .collect(Collectors.joining("; "));
    }

    /** The texts of such a cell. */
    static List<String> parts(String cell) {
        return Arrays.stream(cell.split("(?<!\\\\);|\\n"))
                .map(part -> part.replace("\\;", ";").strip())
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** The lines of a cell. */
    static List<String> lines(String cell) {
        return cell.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
