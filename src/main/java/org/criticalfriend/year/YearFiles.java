package org.criticalfriend.year;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.criticalfriend.review.Csv;

/** The year as a spreadsheet, and its dates as CSV. */
final class YearFiles {

    private static final List<String> DATES = List.of(
            "First day",
            "Last day",
            "Begins",
            "Ends",
            "What",
            "Name",
            "School",
            "Where the review stands",
            "Still open",
            "Place");
    private static final List<String> REVIEWS = Stream.of(
                    Stream.of("School"),
                    Entry.APPOINTMENTS.stream().map(Entry::words),
                    Stream.of("Where it stands", "Still open", "Reference"))
            .flatMap(headings -> headings)
            .toList();
    private static final int[] WIDTHS_OF_DATES = {12, 12, 8, 8, 22, 24, 36, 38, 11, 48};
    private static final int[] WIDTHS_OF_REVIEWS = {36, 22, 36, 22, 22, 44, 11, 34};
    private static final int WIDTH_OF_CHARACTER = 256;

    private YearFiles() {}

    /** Two sheets, dates and reviews. */
    static byte[] workbook(Glance glance) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            Styles styles = new Styles(workbook);
            write(workbook.createSheet("Dates"), DATES, WIDTHS_OF_DATES, dates(glance), styles);
            write(workbook.createSheet("Reviews"), REVIEWS, WIDTHS_OF_REVIEWS, reviews(glance), styles);
            workbook.write(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("Memory can always be written to.", e);
        }
    }

    /** The dates alone. */
    static byte[] csv(Glance glance) {
        return Csv.of(Stream.concat(Stream.of(DATES), dates(glance).stream().map(row -> row.stream()
                        .map(Object::toString)
                        .toList())))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<List<Object>> dates(Glance glance) {
        return glance.lines().stream()
                .map(line -> List.<Object>of(
                        line.first(),
                        line.last(),
                        line.times().map(at -> at.starts().toString()).orElse(""),
                        line.times().map(at -> at.ends().toString()).orElse(""),
                        line.what().words(),
                        line.name(),
                        line.schools(),
                        line.review().map(Line.Standing::words).orElse(""),
                        line.review()
                                .filter(Line.Standing::late)
                                .map(late -> "yes")
                                .orElse(""),
                        line.place()))
                .toList();
    }

    private static List<List<Object>> reviews(Glance glance) {
        return glance.reviews().stream()
                .map(review -> Stream.of(
                                Stream.of(review.school()),
                                Entry.APPOINTMENTS.stream().map(review::day),
                                Stream.of(
                                        review.standing().words(),
                                        review.standing().late() ? "yes" : "",
                                        review.standing().reference()))
                        .<Object>flatMap(values -> values)
                        .toList())
                .toList();
    }

    private record Styles(CellStyle heading, CellStyle text, CellStyle day) {

        Styles(XSSFWorkbook workbook) {
            this(workbook.createCellStyle(), workbook.createCellStyle(), workbook.createCellStyle());
            Font bold = workbook.createFont();
            bold.setBold(true);
            heading.setFont(bold);
            heading.setBorderBottom(BorderStyle.THIN);
            text.setDataFormat(workbook.createDataFormat().getFormat("@"));
            day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
        }
    }

    private static void write(
            XSSFSheet sheet, List<String> headings, int[] widths, List<List<Object>> rows, Styles styles) {
        Row titles = sheet.createRow(0);
        for (int at = 0; at < headings.size(); at++) {
            titles.createCell(at).setCellValue(headings.get(at));
            titles.getCell(at).setCellStyle(styles.heading());
            sheet.setColumnWidth(at, widths[at] * WIDTH_OF_CHARACTER);
        }
        int number = 1;
        for (List<Object> values : rows) {
            Row row = sheet.createRow(number++);
            for (int at = 0; at < values.size(); at++) {
                if (values.get(at) instanceof LocalDate day) {
                    row.createCell(at).setCellValue(day);
                    row.getCell(at).setCellStyle(styles.day());
                } else {
                    row.createCell(at).setCellValue(values.get(at).toString());
                    row.getCell(at).setCellStyle(styles.text());
                }
            }
        }
        sheet.createFreezePane(0, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, rows.size(), 0, headings.size() - 1));
    }
}
