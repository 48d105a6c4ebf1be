package org.criticalfriend.review;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.criticalfriend.duty.Occupant;
import org.criticalfriend.duty.Seat;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.School;
import org.criticalfriend.partnership.Schools;
import org.springframework.stereotype.Component;

/**
 * A letter to the staff of the host, made of focus, driving question, timetable and questions, which the head copies and sends (P33).
 * It is to take worries away, so it says what a review is not. It names schools, no people.
 */
@Component
class StaffBriefing {

    private static final Set<Duty> VISITORS = EnumSet.of(Duty.LEAD_REVIEWER, Duty.PEER_REVIEWER, Duty.ASSOCIATE);

    private final Reviews reviews;
    private final Seats seats;
    private final People people;
    private final Schools schools;

    StaffBriefing(Reviews reviews, Seats seats, People people, Schools schools) {
        this.reviews = reviews;
        this.seats = seats;
        this.people = people;
        this.schools = schools;
    }

    /** The letter, as plain text. */
    String of(Review review) {
        return Stream.of(
                        List.of("Dear colleagues,"),
                        List.of(opening(review)),
                        about(review),
                        list("The day", timetable(review)),
                        list("What they would like to find out", questions(review)),
                        section(
                                "What you can do",
                                "You need not prepare anything extra, and nothing has to look different from any other day."
                                        + " Please teach as you always do. If a visitor talks with you, say how you see it:"
                                        + " what goes well, and just as much what you find hard. What is said is noted"
                                        + " without names."),
                        section(
                                "What comes of it",
                                "At the end of the visit we hear what our visitors have seen, as information and not as a"
                                        + " verdict. Some days later there is a workshop for staff, in which you choose what"
                                        + " we work on next."),
                        List.of(
                                "If anything worries you, or you have an idea for the day, please come and talk to me."))
                .filter(part -> !part.isEmpty())
                .map(part -> String.join("\n", part))
                .collect(Collectors.joining("\n\n"));
    }

    private String opening(Review review) {
        return ("%s, colleagues from %s are coming to see us for a peer review. They are teachers and leaders like"
                        + " ourselves. They come because we have asked them to look at something with us, with fresh eyes. It is"
                        + " not an inspection: nobody is observed for a judgement, nothing is graded, and no names are written"
                        + " down.")
                .formatted(when(review), visitingSchools(review));
    }

    private static String when(Review review) {
        if (review.pausedAt() != null) {
            return "On a day that I shall tell you as soon as it is fixed";
        }
        return (review.visitFirst().equals(review.visitLast()) ? "On " : "From ") + Heading.visitInWords(review);
    }

    private String visitingSchools(Review review) {
        Set<UUID> visiting =
                seats.of(review.id(), VISITORS).stream().map(Seat::id).collect(Collectors.toSet());
        Set<String> visitors = seats.occupants(review.id()).stream()
                .filter(Occupant::fills)
                .filter(occupant -> visiting.contains(occupant.seat()))
                .map(Occupant::person)
                .collect(Collectors.toSet());
        Set<String> ids = people.find(visitors).values().stream()
                .flatMap(person -> person.ownSchool().stream())
                .collect(Collectors.toSet());
        List<String> names =
                schools.find(ids).values().stream().map(School::name).sorted().toList();
        return names.isEmpty() ? "our partner schools" : enumerated(names);
    }

    private static String enumerated(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    private static List<String> about(Review review) {
        String focus = review.focus() == null ? "" : review.focus() + ".\n";
        return section(
                "What it is about",
                focus + "The question we have chosen: "
                        + review.drivingQuestion().orElse("we are still agreeing it."));
    }

    private List<String> timetable(Review review) {
        return reviews.timetableOf(review).stream()
                .map(entry -> Stream.of(entry.time(), entry.what())
                        .filter(words -> words != null)
                        .collect(Collectors.joining("  ")))
                .toList();
    }

    private List<String> questions(Review review) {
        return reviews.questionsOf(review).stream().map(Question::numbered).toList();
    }

    private static List<String> section(String title, String words) {
        return List.of(title, words);
    }

    private static List<String> list(String title, List<String> lines) {
        return lines.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(title), lines.stream()).toList();
    }
}
