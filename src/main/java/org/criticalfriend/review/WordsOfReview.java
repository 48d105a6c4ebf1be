package org.criticalfriend.review;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.notification.PublicAddress;
import org.criticalfriend.notification.TaskWords;
import org.springframework.stereotype.Component;

/**
 * What mails say of a review: school, days, address of its page, and the driving question, which heads them all (rule 1 of the product,
 * G9), for whom the review's content is meant. Nothing else that people typed.
 */
@Component
class WordsOfReview implements TaskWords {

    private final Reviews reviews;
    private final Standings standings;
    private final Heading heading;
    private final PublicAddress address;

    WordsOfReview(Reviews reviews, Standings standings, Heading heading, PublicAddress address) {
        this.reviews = reviews;
        this.standings = standings;
        this.heading = heading;
        this.address = address;
    }

    @Override
    public Optional<Map<String, Object>> of(String activity, String reference, String person) {
        return reviews.find(reference).map(review -> of(review, standings.of(person, review)));
    }

    /** For somebody of whom it is known how they stand to the review. */
    Map<String, Object> of(Review review, Standing standing) {
        Map<String, Object> values = new HashMap<>();
        values.put("school", heading.schoolName(review));
        values.put("visit", Heading.visitInWords(review));
        values.put(
                "drivingQuestion",
                standing.seesContent() ? review.drivingQuestion().orElse("") : "");
        values.put("page", address.of("/review/" + review.reference()));
        Function<AppointmentKind, String> day =
                kind -> review.pausedAt() != null ? "" : words(review.days().of(kind));
        values.put("planningMeeting", day.apply(AppointmentKind.PLANNING_MEETING));
        values.put("workshop", day.apply(AppointmentKind.WORKSHOP));
        values.put("followUp", day.apply(AppointmentKind.FOLLOW_UP));
        values.put("reflectionDeadline", words(Optional.ofNullable(review.reflectionDeadline())));
        return values;
    }

    private static String words(Optional<LocalDate> day) {
        return day.map(SchoolTime::words).orElse("");
    }
}
