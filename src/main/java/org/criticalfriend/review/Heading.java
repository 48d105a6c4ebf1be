package org.criticalfriend.review;

import java.util.LinkedHashMap;
import java.util.Map;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.partnership.Register;
import org.springframework.stereotype.Component;

/** What heads every form: the driving question (G9), the school, the visit. */
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

    String schoolName(Review review) {
        return register.schoolName(review.host()).orElse(review.host());
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
