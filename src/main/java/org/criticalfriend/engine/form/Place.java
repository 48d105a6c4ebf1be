package org.criticalfriend.engine.form;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a component stands.
 *
 * @param path the groups' path since the form or the row began
 * @param names the names taken in the form or the row
 * @param above the keys of the lists around, for {@link FormSchema#labels()}
 * @param moving whether rows around can be added or removed, so that no row of the answer can be compared
 */
record Place(List<String> path, Names names, String above, boolean moving, int depth) {

    List<String> to(List<String> further) {
        List<String> whole = new ArrayList<>(path);
        whole.addAll(further);
        return List.copyOf(whole);
    }

    Place in(List<String> group) {
        return new Place(to(group), names, above, moving, depth + 1);
    }

    Place inRows(Names ofRow, List<String> list, boolean rowsMove) {
        return new Place(List.of(), ofRow, above + String.join(".", to(list)) + ".", moving || rowsMove, depth + 1);
    }
}
