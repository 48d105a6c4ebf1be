package org.criticalfriend.partnership.sheets;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * The register as one spreadsheet, a sheet each. A file from outside is read cell by cell without being kept in memory; of formulas what
 * they last gave counts, nothing is calculated, and a file with macros is refused.
 */
final class Workbook {

    /** What a file may grow to when it is unpacked, in bytes. */
    private static final long LARGEST_UNPACKED = 64L * 1024 * 1024;

    private static final long LARGEST_TEXT = 10L * 1024 * 1024;
    private static final int MOST_PARTS = 300;
    private static final String TO_READ = "Read me";
    private static final int WIDTH_OF_CHARACTER = 256;
    private static final int ROWS_WITH_CHOICES = 5_000;

    static {
        ZipSecureFile.setMaxEntrySize(LARGEST_UNPACKED);
        ZipSecureFile.setMaxTextSize(LARGEST_TEXT);
        ZipSecureFile.setMaxFileCount(MOST_PARTS);
    }

    private Workbook() {}

    /** @throws FileRefused if it cannot be read as a spreadsheet, or is too large, or holds macros */
    static Given read(byte[] file) {
        lookInside(file);
        Tables tables = new Tables();
        try (OPCPackage unpacked = OPCPackage.open(new ByteArrayInputStream(file))) {
            XSSFReader reader = new XSSFReader(unpacked);
            ReadOnlySharedStringsTable texts = new ReadOnlySharedStringsTable(unpacked);
            XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
            while (sheets.hasNext()) {
                try (InputStream content = sheets.next()) {
                    Optional<Sheet> sheet = Sheet.named(sheets.getSheetName());
                    if (sheet.isPresent()) {
                        Tables.Reading reading = tables.sheet(sheet.get());
                        XMLReader xml = XMLHelper.newXMLReader();
                        xml.setContentHandler(new XSSFSheetXMLHandler(
                                reader.getStylesTable(), texts, new Cells(reading), new AsIs(), false));
                        xml.parse(new InputSource(content));
                        reading.end();
                    } else if (!Words.plain(TO_READ).equals(Words.plain(sheets.getSheetName()))) {
                        tables.unknown(sheets.getSheetName());
                    }
                }
            }
        } catch (IOException | OpenXML4JException | SAXException | ParserConfigurationException e) {
            if (e.getCause() instanceof FileRefused refused) {
                throw refused;
            }
            throw unreadable(e);
        } catch (FileRefused e) {
            throw e;
        } catch (RuntimeException e) {
            // The library says in many ways that a file is broken.
            throw unreadable(e);
        }
        return tables.given();
    }

    private static FileRefused unreadable(Exception e) {
        return new FileRefused(
                "This file cannot be read as a spreadsheet. Please save it as .xlsx and upload it again.", e);
    }

    /** Before anything of it is understood: how large it is unpacked, and whether it holds macros. */
    private static void lookInside(byte[] file) {
        long size = 0;
        int parts = 0;
        byte[] some = new byte[16 * 1024];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().toLowerCase(java.util.Locale.ROOT).endsWith("vbaproject.bin")) {
                    throw new FileRefused(
                            "This file holds macros. Please save it as .xlsx, without them, and upload it again.");
                }
                for (int read = zip.read(some); read > 0; read = zip.read(some)) {
                    size += read;
                    if (size > LARGEST_UNPACKED) {
                        throw tooLarge();
                    }
                }
                if (++parts > MOST_PARTS) {
                    throw tooLarge();
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        if (parts == 0) {
            throw unreadable(null);
        }
    }

    private static FileRefused tooLarge() {
        return new FileRefused(
                "This file is too large to be a register once it is unpacked. Please take the template.");
    }

    /** Gathers the cells of a row, and tells rows. */
    private static final class Cells implements XSSFSheetXMLHandler.SheetContentsHandler {

        private final Tables.Reading reading;
        private List<String> cells = new ArrayList<>();

        Cells(Tables.Reading reading) {
            this.reading = reading;
        }

        @Override
        public void startRow(int row) {
            cells = new ArrayList<>();
        }

        @Override
        public void endRow(int row) {
            reading.row(row + 1, cells);
        }

        @Override
        public void cell(String reference, String value, XSSFComment comment) {
            int column = reference == null ? cells.size() : new CellAddress(reference).getColumn();
            if (value == null || value.isBlank()) {
                return;
            }
            if (column >= Tables.MOST_COLUMNS) {
                throw new FileRefused("A sheet of this file has too many columns. Please take the template.");
            }
            while (cells.size() <= column) {
                cells.add("");
            }
            cells.set(column, value);
        }
    }

    /** Days as 2026-09-03 and numbers in full, whatever format a cell has. */
    private static final class AsIs extends DataFormatter {

        @Override
        public String formatRawCellContents(double value, int index, String format) {
            return formatRawCellContents(value, index, format, false);
        }

        @Override
        public String formatRawCellContents(double value, int index, String format, boolean from1904) {
            if (DateUtil.isADateFormat(index, format) && DateUtil.isValidExcelDate(value)) {
                return DateUtil.getLocalDateTime(value, from1904).toLocalDate().toString();
            }
            return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        }
    }

    /**
     * The register as a file.
     *
     * @param rows of each sheet; none for an empty template
     */
    static byte[] write(java.util.function.Function<Sheet, List<Row>> rows) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            Styles styles = new Styles(workbook);
            writeToRead(workbook.createSheet(TO_READ), styles);
            for (Sheet sheet : Sheet.values()) {
                write(workbook.createSheet(sheet.title()), sheet, rows.apply(sheet), styles);
            }
            workbook.write(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("Memory can always be written to.", e);
        }
    }

    private record Styles(CellStyle heading, CellStyle text, CellStyle day, CellStyle wrapped) {

        Styles(XSSFWorkbook workbook) {
            this(
                    workbook.createCellStyle(),
                    workbook.createCellStyle(),
                    workbook.createCellStyle(),
                    workbook.createCellStyle());
            Font bold = workbook.createFont();
            bold.setBold(true);
            heading.setFont(bold);
            heading.setBorderBottom(BorderStyle.THIN);
            short asText = workbook.createDataFormat().getFormat("@");
            text.setDataFormat(asText);
            day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
            wrapped.setWrapText(true);
            for (CellStyle style : List.of(text, day, wrapped)) {
                style.setVerticalAlignment(VerticalAlignment.TOP);
            }
        }
    }

    private static void writeToRead(XSSFSheet page, Styles styles) {
        int number = 0;
        for (String line : List.of(
                "The register of a partnership, a sheet each. Fill it in, save it as .xlsx and upload it on the page Register.",
                "Before anything is changed you see every change. Rows and columns that you leave out are left alone; an empty"
                        + " cell empties what stands there.",
                "Nobody and nothing is deleted: people get a day in Left on, schools the status Left. Where a sheet has a"
                        + " column Remove, Yes takes the row away.")) {
            page.createRow(number++).createCell(0).setCellValue(line);
        }
        number++;
        org.apache.poi.ss.usermodel.Row titles = page.createRow(number++);
        int at = 0;
        for (String title : List.of("Sheet", "Column", "Needed", "What to enter", "Example")) {
            Cell cell = titles.createCell(at++);
            cell.setCellValue(title);
            cell.setCellStyle(styles.heading());
        }
        for (Sheet sheet : Sheet.values()) {
            for (Column column : sheet.columns()) {
                org.apache.poi.ss.usermodel.Row row = page.createRow(number++);
                String choices = column.kind().choices().isEmpty()
                        ? ""
                        : " One of: " + String.join(", ", column.kind().choices()) + ".";
                at = 0;
                for (String text : List.of(
                        sheet.title(),
                        column.title(),
                        column.isNeeded() ? "yes" : "",
                        (column.hint() + choices).strip(),
                        column.example())) {
                    Cell cell = row.createCell(at++);
                    cell.setCellValue(text);
                    cell.setCellStyle(styles.wrapped());
                }
            }
        }
        int[] widths = {14, 24, 8, 70, 28};
        for (int column = 0; column < widths.length; column++) {
            page.setColumnWidth(column, widths[column] * WIDTH_OF_CHARACTER);
        }
    }

    private static void write(XSSFSheet page, Sheet sheet, List<Row> rows, Styles styles) {
        org.apache.poi.ss.usermodel.Row titles = page.createRow(0);
        DataValidationHelper choices = page.getDataValidationHelper();
        int last = Math.min(rows.size() + ROWS_WITH_CHOICES, SpreadsheetVersion.EXCEL2007.getLastRowIndex());
        for (int at = 0; at < sheet.columns().size(); at++) {
            Column column = sheet.columns().get(at);
            Cell cell = titles.createCell(at);
            cell.setCellValue(column.title());
            cell.setCellStyle(styles.heading());
            page.setColumnWidth(at, widthOf(column) * WIDTH_OF_CHARACTER);
            page.setDefaultColumnStyle(at, styleOf(column, styles));
            if (!column.kind().choices().isEmpty()) {
                DataValidation choice = choices.createValidation(
                        choices.createExplicitListConstraint(
                                column.kind().choices().toArray(String[]::new)),
                        new CellRangeAddressList(1, last, at, at));
                choice.setShowErrorBox(false);
                page.addValidationData(choice);
            }
        }
        page.createFreezePane(1, 1);
        for (int number = 0; number < rows.size(); number++) {
            org.apache.poi.ss.usermodel.Row row = page.createRow(number + 1);
            for (int at = 0; at < sheet.columns().size(); at++) {
                Column column = sheet.columns().get(at);
                String text = rows.get(number).cell(column.title());
                if (!text.isEmpty()) {
                    write(row.createCell(at), column, text, styles);
                }
            }
        }
    }

    /** Texts are written as texts, also those that look like a formula. */
    private static void write(Cell cell, Column column, String text, Styles styles) {
        cell.setCellStyle(styleOf(column, styles));
        switch (column.kind().input()) {
            case DAY -> cell.setCellValue(LocalDate.parse(text));
            case NUMBER -> cell.setCellValue(Integer.parseInt(text));
            default -> cell.setCellValue(text);
        }
    }

    private static CellStyle styleOf(Column column, Styles styles) {
        return switch (column.kind().input()) {
            case DAY -> styles.day();
            case NUMBER -> styles.wrapped();
            default -> styles.text();
        };
    }

    private static int widthOf(Column column) {
        int words = Math.max(column.title().length(), column.example().length()) + 3;
        return Math.min(40, Math.max(12, words));
    }
}
