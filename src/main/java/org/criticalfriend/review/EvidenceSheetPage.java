package org.criticalfriend.review;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.review.Standings.Seen;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Sheets on which reviewers note by hand what they see, question by question, before they type it up. */
@Controller
@Order(41)
class EvidenceSheetPage implements DoorOfReview {

    /** As many as leave room to write on one side of A4. */
    private static final int QUESTIONS_ON_A_SHEET = 2;

    private final Paper paper;
    private final Reviews reviews;
    private final Register register;

    EvidenceSheetPage(Paper paper, Reviews reviews, Register register) {
        this.paper = paper;
        this.reviews = reviews;
        this.register = register;
    }

    @GetMapping("/review/{reference}/evidence-sheet")
    String page(@PathVariable String reference, Principal person, Model model) {
        Seen seen = paper.forContent(reference, person.getName());
        return paper.waits(seen, "EvidenceSheet", model).orElseGet(() -> {
            Review review = seen.review();
            model.addAttribute("sheets", sheets(reviews.questionsOf(review)));
            model.addAttribute("kinds", EvidenceType.all().values());
            model.addAttribute(
                    "reviewer",
                    seen.standing().reviews()
                            ? register.person(person.getName())
                                    .map(Person::name)
                                    .orElse("")
                            : "");
            return "evidence-sheet";
        });
    }

    private static List<List<String>> sheets(List<Question> questions) {
        List<String> numbered = questions.stream().map(Question::numbered).toList();
        List<List<String>> sheets = new ArrayList<>();
        for (int first = 0; first < numbered.size(); first += QUESTIONS_ON_A_SHEET) {
            sheets.add(numbered.subList(first, Math.min(first + QUESTIONS_ON_A_SHEET, numbered.size())));
        }
        return sheets;
    }

    @Override
    public Optional<Door> of(Review review, Standing standing) {
        return standing.seesContent() && Paper.isThere(review)
                ? Optional.of(new Door(
                        "/review/%s/evidence-sheet".formatted(review.reference()),
                        "Evidence sheets",
                        "The questions with room to write; to print"))
                : Optional.empty();
    }
}
