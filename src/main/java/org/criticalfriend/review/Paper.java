package org.criticalfriend.review;

import java.util.Optional;
import org.criticalfriend.access.Audit;
import org.criticalfriend.review.Standings.Seen;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** When there is paper for a visit, and for whom: sheets to print are there once the questions have been issued. */
@Component
class Paper {

    private final Standings standings;
    private final Heading heading;
    private final Audit audit;

    Paper(Standings standings, Heading heading, Audit audit) {
        this.standings = standings;
        this.heading = heading;
        this.audit = audit;
    }

    /** The review whose visit sheet somebody asks for: team, host, partnership lead in charge, and the offices of all of them. */
    Seen forVisitors(String reference, String person) {
        return standings.seen(reference, person);
    }

    /** The review whose evidence sheets somebody asks for: no office is among them. */
    Seen forContent(String reference, String person) {
        return standings.seen(reference, person).onlyFor(Standing::seesContent);
    }

    /** Whether there is anything to print. */
    static boolean isThere(Review review) {
        return review.questionsIssuedAt() != null && !review.isCancelled();
    }

    /** Why there is nothing to print, in words; notes the reading if there is. */
    Optional<String> waits(Seen seen, String part, Model model) {
        Review review = seen.review();
        heading.addTo(model, review);
        if (isThere(review)) {
            audit.readOnPage(seen.standing().person(), part, review.reference());
            return Optional.empty();
        }
        model.addAttribute("cancelled", review.isCancelled());
        return Optional.of("paper-waits");
    }
}
