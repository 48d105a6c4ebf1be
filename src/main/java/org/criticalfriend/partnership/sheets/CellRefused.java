package org.criticalfriend.partnership.sheets;

import org.criticalfriend.partnership.EntryRefused;

/** What stands in one cell cannot stand there beside the others of its row. */
class CellRefused extends EntryRefused {

    private static final long serialVersionUID = 1L;

    private final String column;

    /** @param column title of the column in which it can be put right */
    CellRefused(String column, String words) {
        super(words);
        this.column = column;
    }

    String column() {
        return column;
    }
}
