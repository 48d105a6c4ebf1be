package org.criticalfriend.review;

import java.security.Principal;
import java.util.Optional;
import org.criticalfriend.review.Standings.Seen;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The sheet that visitors and offices print before a visit. */
@Controller
@Order(40)
class VisitSheetPage implements DoorOfReview {

    private final Paper paper;
    private final VisitSheets sheets;

    VisitSheetPage(Paper paper, VisitSheets sheets) {
        this.paper = paper;
        this.sheets = sheets;
    }

    @GetMapping("/review/{reference}/visit-sheet")
    String page(@PathVariable String reference, Principal person, Model model) {
        Seen seen = paper.forVisitors(reference, person.getName());
        return paper.waits(seen, "VisitSheet", model).orElseGet(() -> {
            model.addAttribute("sheet", sheets.of(seen.review(), seen.standing()));
            return "visit-sheet";
        });
    }

    @Override
    public Optional<Door> of(Review review, Standing standing) {
        return standing.concerned() && Paper.isThere(review)
                ? Optional.of(new Door(
                        "/review/%s/visit-sheet".formatted(review.reference()),
                        "Visit sheet",
                        "Where to go, when, and who comes; to print"))
                : Optional.empty();
    }
}
