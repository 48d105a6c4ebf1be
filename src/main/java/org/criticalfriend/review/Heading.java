package org.criticalfriend.review;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.partnership.Register;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What heads every form and every page of a review: the driving question (G9), the school, the visit. */
@Component
class Heading {

    private static final String NO_DAY = "no day at present";

    private final Register register;

    Heading(Register register) {
        this.register = register;
    }

    /** A map of its own, to which a step adds what else its form opens with. */
    Map<String, Object> of(Review review) {
        Map<String, Object> heading = new LinkedHashMap<>();
        heading.put("drivingQuestion", review.drivingQuestion().orElse("Driving question: not agreed yet"));
        heading.put("school", schoolName(review));
        heading.put("visitDate", visitInWords(review));
        return heading;
    }

    /** Puts the same on a page, with the reference that its links need. */
    void addTo(Model model, Review review) {
        model.addAllAttributes(of(review));
        model.addAttribute("reference", review.reference());
    }

    String schoolName(Review review) {
        return schoolNames(List.of(review)).get(review.host());
    }

    /** The names of the hosts of some reviews, by the id of the school. */
    Map<String, String> schoolNames(Collection<Review> reviews) {
        return register.schoolNames(reviews.stream().map(Review::host).collect(Collectors.toSet()));
    }

    /** As people read it. A visit that is put off has no day, and the reason is nobody else's business. */
    static String visitInWords(Review review) {
        if (review.pausedAt() != null) {
            return NO_DAY;
        }
        String first = SchoolTime.words(review.visitFirst());
        return review.visitLast().equals(review.visitFirst())
                ? first
                : first + " to " + SchoolTime.words(review.visitLast());
    }

    /** Where there is little room. */
    static String visitInShort(Review review) {
        return review.pausedAt() != null ? NO_DAY : SchoolTime.shortWords(review.visitFirst());
    }
}
