package org.criticalfriend.partnership.sheets;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Files of a register, as people make them: a few lines of CSV, one sheet or several. */
final class RegisterOf {

    private RegisterOf() {}

    /** A file with one sheet. The columns of the first line are separated by commas, as all others. */
    static Given csv(Sheet sheet, String... lines) {
        return CsvFiles.read(sheet.path() + ".csv", bytes(lines));
    }

    static byte[] bytes(String... lines) {
        return String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    /** Several sheets in one file. */
    static Given together(Given... some) {
        java.util.EnumMap<Sheet, Given.Table> tables = new java.util.EnumMap<>(Sheet.class);
        List<Fault> faults = new ArrayList<>();
        Stream.of(some).forEach(one -> {
            tables.putAll(one.tables());
            faults.addAll(one.faults());
        });
        return new Given(Map.copyOf(tables), faults, false);
    }
}
