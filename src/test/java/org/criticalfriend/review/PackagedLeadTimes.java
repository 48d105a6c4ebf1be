package org.criticalfriend.review;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.criticalfriend.planning.PossibleVisit;
import org.criticalfriend.planning.ShapeOfReviews.Asked;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The lead times of {@code deadlines.dmn} as packaged, for tests without an application. Follow-ups count calendar weeks. */
public final class PackagedLeadTimes {

    private static final Map<String, LeadTime> ROWS = read();

    private PackagedLeadTimes() {}

    /** The days on which a host could be visited. */
    public static List<PossibleVisit> possibleVisits(Asked asked) {
        return new PossibleVisits(asked, row -> Optional.ofNullable(ROWS.get(row))).all();
    }

    private static Map<String, LeadTime> read() {
        try {
            NodeList rules = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(Path.of("processes/deadlines.dmn").toFile())
                    .getElementsByTagName("rule");
            Map<String, LeadTime> rows = new HashMap<>();
            for (int number = 0; number < rules.getLength(); number++) {
                List<String> cells = cells((Element) rules.item(number));
                rows.putIfAbsent(
                        cells.get(0),
                        new LeadTime(
                                        LeadTime.Anchor.valueOf(cells.get(3)),
                                        Integer.parseInt(cells.get(4)),
                                        LeadTime.Unit.valueOf(cells.get(5)),
                                        LeadTime.Roll.valueOf(cells.get(6)),
                                        LocalTime.parse(cells.get(7)))
                                .countedIn(LeadTime.Unit.WEEKS));
            }
            return rows;
        } catch (Exception e) {
            throw new IllegalStateException("processes/deadlines.dmn cannot be read.", e);
        }
    }

    private static List<String> cells(Element rule) {
        List<String> cells = new ArrayList<>();
        NodeList texts = rule.getElementsByTagName("text");
        for (int cell = 0; cell < texts.getLength(); cell++) {
            cells.add(texts.item(cell).getTextContent().replace("\"", ""));
        }
        return cells;
    }
}
