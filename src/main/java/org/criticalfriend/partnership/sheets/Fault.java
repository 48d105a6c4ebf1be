package org.criticalfriend.partnership.sheets;

/**
 * Something that has to be put right before anything is changed.
 *
 * @param sheet title of the sheet; empty if it concerns the whole file
 * @param row its number in the spreadsheet; 0 if it concerns no single row
 * @param column title of the column; empty if it concerns no single one
 * @param words what is wrong and what to do
 */
public record Fault(String sheet, int row, String column, String words) {

    static Fault of(Sheet sheet, int row, String column, String words) {
        return new Fault(sheet.title(), row, column, words);
    }

    /** Where it is, such as <i>Schools, row 4, Pupils</i>. */
    public String place() {
        return sheet + (row > 0 ? ", row " + row : "") + (column.isEmpty() ? "" : ", " + column);
    }
}
