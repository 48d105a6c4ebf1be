package org.criticalfriend.partnership.sheets;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * The register as CSV, a file for each sheet, singly or packed into one. A cell that a spreadsheet program would take for a formula is
 * written with an apostrophe before it, and read without.
 */
final class CsvFiles {

    private static final Pattern LIKE_A_FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final char MARK_OF_UTF_8 = '\ufeff';

    /** What a packed file may grow to when it is unpacked, in bytes. */
    private static final int LARGEST_UNPACKED = 16 * 1024 * 1024;

    /** What programs write that know no Unicode. */
    private static final Charset OF_WINDOWS = Charset.forName("windows-1252");

    private CsvFiles() {}

    /**
     * A single sheet, which the name of the file tells.
     *
     * @throws FileRefused if the name tells none, or the file cannot be read
     */
    static Given read(String name, byte[] file) {
        Tables tables = new Tables();
        Sheet sheet = sheetOf(name)
                .orElseThrow(() ->
                        new FileRefused("The name of the file does not say which sheet it is. Please name it as it was"
                                + " downloaded, such as schools.csv or people.csv."));
        read(tables.sheet(sheet), file);
        return tables.given();
    }

    /** @throws FileRefused if it cannot be read, or is too large */
    static Given readPacked(byte[] file) {
        Tables tables = new Tables();
        int size = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes(LARGEST_UNPACKED - size + 1);
                size += content.length;
                if (size > LARGEST_UNPACKED) {
                    throw new FileRefused(
                            "This file is too large to be a register once it is unpacked. Please upload its sheets one by one.");
                }
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (name.isEmpty() || name.startsWith(".")) {
                    continue;
                }
                Optional<Sheet> sheet = sheetOf(name);
                if (sheet.isPresent()) {
                    read(tables.sheet(sheet.get()), content);
                } else {
                    tables.unknown(name);
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        return tables.given();
    }

    /** {@code schools.csv}, and {@code Schools (2).csv} just as well. */
    private static Optional<Sheet> sheetOf(String name) {
        String plain = Words.plain(name.replaceAll("(?i)\\.csv$", "").replaceAll("\\s*\\(\\d+\\)$", ""));
        return Stream.of(Sheet.values())
                .filter(sheet -> Words.plain(sheet.path()).equals(plain))
                .findFirst();
    }

    private static void read(Tables.Reading reading, byte[] file) {
        String text = decoded(file);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiterOf(text))
                .setIgnoreEmptyLines(false)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            int number = 1;
            for (CSVRecord line : parser) {
                List<String> cells = new ArrayList<>();
                line.forEach(cell -> cells.add(unmarked(cell)));
                reading.row(number++, cells);
            }
            reading.end();
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw unreadable(e);
        }
    }

    private static FileRefused unreadable(Exception e) {
        return new FileRefused(
                "This file cannot be read as CSV. Please save it as CSV (UTF-8) or as .xlsx and upload it again.", e);
    }

    private static String decoded(byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(file, OF_WINDOWS);
        }
        return !text.isEmpty() && text.charAt(0) == MARK_OF_UTF_8 ? text.substring(1) : text;
    }

    /** Programs take what is usual in their country: whatever there is most of in the first line. */
    private static String delimiterOf(String text) {
        String first = text.lines().findFirst().orElse("");
        return Stream.of(",", ";", "\t")
                .max((one, other) -> Long.compare(count(first, one), count(first, other)))
                .filter(most -> count(first, most) > 0)
                .orElse(",");
    }

    private static long count(String text, String delimiter) {
        return text.chars().filter(one -> one == delimiter.charAt(0)).count();
    }

    /** A sheet as a file, in UTF-8 with a mark that spreadsheet programs look for. */
    static byte[] write(Sheet sheet, List<Row> rows) {
        StringBuilder text = new StringBuilder().append(MARK_OF_UTF_8);
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.DEFAULT)) {
            printer.printRecord(sheet.columns().stream().map(Column::title));
            for (Row row : rows) {
                printer.printRecord(sheet.columns().stream().map(column -> marked(row.cell(column.title()))));
            }
        } catch (IOException e) {
            throw new IllegalStateException("Memory can always be written to.", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** All sheets, packed into one file. */
    static byte[] writePacked(Function<Sheet, List<Row>> rows) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Sheet sheet : Sheet.values()) {
                zip.putNextEntry(new ZipEntry(sheet.path() + ".csv"));
                zip.write(write(sheet, rows.apply(sheet)));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new IllegalStateException("Memory can always be written to.", e);
        }
        return file.toByteArray();
    }

    private static String marked(String cell) {
        return LIKE_A_FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }

    private static String unmarked(String cell) {
        return cell.startsWith("'") && LIKE_A_FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
