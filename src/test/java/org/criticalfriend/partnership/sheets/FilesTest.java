package org.criticalfriend.partnership.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people upload, and what others might. */
class FilesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"=HYPERLINK(\"http://elsewhere\")", "+44 1632", "-1", "@home", "'=1", "''-", "plain", "'plain"})
    void aTextThatLooksLikeAFormulaIsNoneInCsvAndIsReadBackAsItWas(String text) {
        Row row = new Row(Sheet.SCHOOLS, Map.of("Id", "a", "Name", text));

        byte[] file = CsvFiles.write(Sheet.SCHOOLS, List.of(row));

        assertThat(new String(file, StandardCharsets.UTF_8)
                        .lines()
                        .skip(1)
                        .findFirst()
                        .orElseThrow())
                .doesNotContainPattern("(^|,)\"?[=+@-]");
        assertThat(cell(CsvFiles.read("schools.csv", file), Sheet.SCHOOLS, "Name"))
                .isEqualTo(text);
    }

    @Test
    void aTextThatLooksLikeAFormulaIsATextInASpreadsheet() throws IOException {
        byte[] file = Workbook.write(sheet -> sheet == Sheet.SCHOOLS
                ? List.of(new Row(Sheet.SCHOOLS, Map.of("Id", "a", "Name", "=1+1")))
                : List.of());

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(workbook.getSheet("Schools").getRow(1).getCell(1).getCellType())
                    .isEqualTo(CellType.STRING);
        }
    }

    @Test
    void ofAFormulaCountsWhatItGaveAndOfADayTheDayHoweverItIsShown() throws IOException {
        byte[] file = spreadsheet("Days", row -> {
            row.createCell(2).setCellFormula("\"mill\"&\"lane\"");
            row.getCell(2).setCellValue("milllane");
            CellStyle american = row.getSheet().getWorkbook().createCellStyle();
            american.setDataFormat(
                    row.getSheet().getWorkbook().createDataFormat().getFormat("m/d/yy"));
            row.createCell(3).setCellValue(LocalDate.of(2026, 11, 2));
            row.getCell(3).setCellStyle(american);
        });

        Given given = Workbook.read(file);

        assertThat(cell(given, Sheet.DAYS, "School")).isEqualTo("milllane");
        assertThat(cell(given, Sheet.DAYS, "Day")).isEqualTo("2026-11-02");
    }

    @Test
    void numbersAreReadInFullWhateverTheFormat() throws IOException {
        byte[] file = spreadsheet("Schools", row -> {
            row.createCell(0).setCellValue("a");
            row.createCell(9).setCellValue(1400);
        });

        assertThat(cell(Workbook.read(file), Sheet.SCHOOLS, "Pupils")).isEqualTo("1400");
    }

    @Test
    void csvIsReadWhateverProgramWroteIt() {
        byte[] ofWindows =
                "Id;Name;Note\r\nstannes;St Anne’s;Café, am Fluß\r\n".getBytes(Charset.forName("windows-1252"));

        Given given = CsvFiles.read("Schools (2).CSV", ofWindows);

        assertThat(cell(given, Sheet.SCHOOLS, "Name")).isEqualTo("St Anne’s");
        assertThat(cell(given, Sheet.SCHOOLS, "Note")).isEqualTo("Café, am Fluß");
    }

    @Test
    void aFileWithMacrosIsRefused() throws IOException {
        assertThatThrownBy(() -> Workbook.read(packed("xl/vbaProject.bin", new byte[] {1})))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("macros");
    }

    @Test
    void whatGrowsWithoutEndWhenItIsUnpackedIsRefused() throws IOException {
        byte[] bomb = packed("xl/worksheets/sheet1.xml", new byte[80 * 1024 * 1024]);
        assertThat(bomb).hasSizeLessThan(1024 * 1024);

        assertThatThrownBy(() -> Workbook.read(bomb))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("too large");
        assertThatThrownBy(() -> CsvFiles.readPacked(packed("people.csv", new byte[80 * 1024 * 1024])))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("too large");
    }

    @Test
    void whatIsNoSpreadsheetIsRefusedInWords() throws IOException {
        for (byte[] file : List.of(
                "no spreadsheet".getBytes(StandardCharsets.UTF_8),
                packed("hello.txt", new byte[] {1}),
                packed("[Content_Types].xml", "<Types".getBytes(StandardCharsets.UTF_8)))) {
            assertThatThrownBy(() -> Workbook.read(file))
                    .isInstanceOf(FileRefused.class)
                    .hasMessage(
                            "This file cannot be read as a spreadsheet. Please save it as .xlsx and upload it again.");
        }
        assertThatThrownBy(() -> CsvFiles.read("register.csv", "Id\na".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("name of the file");
    }

    @Test
    void anEntityFromOutsideIsNotFetched() throws IOException {
        byte[] file = spreadsheet("Schools", row -> row.createCell(0).setCellValue("a"));
        byte[] hostile = withFirstSheet(
                file,
                "<?xml version=\"1.0\"?><!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                        + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                        + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Id</t></is></c></row>"
                        + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>&x;</t></is></c></row></sheetData></worksheet>");

        assertThatThrownBy(() -> Workbook.read(hostile)).isInstanceOf(FileRefused.class);
    }

    @Test
    void tooManyRowsAreRefusedInWords() {
        String many = "Id\n" + "a\n".repeat(Tables.MOST_ROWS + 1);

        assertThatThrownBy(() -> CsvFiles.read("schools.csv", many.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("more than 20000 rows");
    }

    @Test
    void sheetsAndColumnsThatAreUnknownOrMissingAreSaid() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet("Pupils");
            XSSFRow titles = workbook.createSheet("Roles").createRow(0);
            titles.createCell(0).setCellValue("person");
            titles.createCell(1).setCellValue("Colour");
            titles.createCell(2).setCellValue("PERSON");
            workbook.write(file);
        }

        assertThat(Workbook.read(file.toByteArray()).faults())
                .extracting(fault -> fault.place() + ": " + fault.words())
                .containsExactly(
                        "Pupils: There is no sheet of this name in the register. Please name it as in the template, or leave it"
                                + " out.",
                        "Roles, row 1: The heading of column B is none of this sheet. Please take it from the template, or leave"
                                + " the column out.",
                        "Roles, row 1: The heading of column C stands there twice. Please leave one out.",
                        "Roles, row 1: The column Role is missing, which says which row is meant. Please add it.");
    }

    @Test
    void anEmptyTemplateHoldsNoRows() {
        Given given = Workbook.read(Workbook.write(sheet -> List.of()));

        assertThat(given.faults()).isEmpty();
        assertThat(given.tables()).containsOnlyKeys(Sheet.values());
        assertThat(given.tables().values())
                .allSatisfy(table -> assertThat(table.rows()).isEmpty());
    }

    private interface Filled {
        void fill(XSSFRow row);
    }

    /** The empty template with one row in a sheet. */
    private static byte[] spreadsheet(String sheet, Filled filled) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(Workbook.write(one -> List.of())))) {
            XSSFSheet page = workbook.getSheet(sheet);
            filled.fill(page.createRow(1));
            workbook.write(file);
        }
        return file.toByteArray();
    }

    /** The same file with another first sheet of the register, which is the settings. */
    private static byte[] withFirstSheet(byte[] file, String xml) throws IOException {
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        try (java.util.zip.ZipInputStream from = new java.util.zip.ZipInputStream(new ByteArrayInputStream(file));
                ZipOutputStream to = new ZipOutputStream(changed)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(
                        entry.getName().equals("xl/worksheets/sheet2.xml")
                                ? xml.getBytes(StandardCharsets.UTF_8)
                                : from.readAllBytes());
                to.closeEntry();
            }
        }
        return changed.toByteArray();
    }

    private static byte[] packed(String name, byte[] content) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return file.toByteArray();
    }

    private static String cell(Given given, Sheet sheet, String column) {
        return given.tables().get(sheet).rows().get(0).cells().get(column);
    }
}
