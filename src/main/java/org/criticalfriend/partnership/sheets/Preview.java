package org.criticalfriend.partnership.sheets;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a file would change.
 *
 * @param state the state of the register that it was compared with
 * @param sheets the sheets of the file
 * @param faults what has to be put right first, in the order of the file
 * @param notes what is left alone, and why
 */
record Preview(UUID state, List<OfSheet> sheets, List<Fault> faults, List<String> notes) {

    /**
     * What happens on one sheet.
     *
     * @param changes row by row
     * @param same how many rows of the file stand in the register just so
     * @param notInFile how many rows of the register are not in the file, and stay
     */
    record OfSheet(Sheet sheet, List<Change> changes, int same, int notInFile) {

        public long added() {
            return count(Change.What.ADDED);
        }

        public long changed() {
            return count(Change.What.CHANGED);
        }

        public long removed() {
            return count(Change.What.REMOVED);
        }

        private long count(Change.What what) {
            return changes.stream().filter(change -> change.what() == what).count();
        }

        /** In one line. */
        public String words() {
            String rows = Stream.of(
                            part(added(), "to add"),
                            part(changed(), "to change"),
                            part(removed(), "to remove"),
                            part(same, same == 1 ? "as it is" : "as they are"))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", "));
            String left = notInFile == 0
                    ? ""
                    : "%d of the register %s not in the file and %s"
                            .formatted(notInFile, notInFile == 1 ? "is" : "are", notInFile == 1 ? "stays" : "stay");
            return rows.isEmpty() && left.isEmpty()
                    ? "no rows"
                    : Stream.of(rows, left).filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
        }

        private static String part(long count, String words) {
            return count == 0 ? "" : count + " " + words;
        }
    }

    public List<Change> changes() {
        return sheets.stream().flatMap(sheet -> sheet.changes().stream()).toList();
    }

    public boolean isFaulty() {
        return !faults.isEmpty();
    }

    public boolean isNothing() {
        return changes().isEmpty();
    }
}
