package org.criticalfriend.review;

import java.util.Map;

/** How the team sees a statement of the self-review (P25), in words. No grades. */
final class TeamView {

    private static final Map<String, String> WORDS = Map.of(
            "AGREE", "agrees",
            "PARTLY", "agrees in part",
            "DIFFER", "sees it differently");

    private TeamView() {}

    /** What the team does, after its name; empty if it has not said. */
    static String words(String view) {
        return view == null ? "" : WORDS.get(view);
    }
}
