package org.criticalfriend.review;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.criticalfriend.duty.Occupant;
import org.criticalfriend.duty.Seat;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.engine.form.Refusal;
import org.criticalfriend.partnership.Duty;
import org.springframework.stereotype.Component;

/**
 * What the team saw and heard (G12): recorded from the morning of the visit until the report is written, in the task or on the page, by
 * whoever reviews, associates too.
 */
@Component
class EvidenceLog {

    /** Chosen instead of a question: the observation answers one that came up on the day. */
    static final String NEW_QUESTION = "NEW";

    /** Those who record. The reserve does once they have stepped up. */
    static final List<Duty> REVIEWERS = List.of(Duty.LEAD_REVIEWER, Duty.PEER_REVIEWER, Duty.ASSOCIATE);

    private final Reviews reviews;
    private final Reports reports;
    private final Seats seats;
    private final Deadlines deadlines;
    private final Clock clock;

    EvidenceLog(Reviews reviews, Reports reports, Seats seats, Deadlines deadlines, Clock clock) {
        this.reviews = reviews;
        this.reports = reports;
        this.seats = seats;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * One observation as somebody gives it.
     *
     * @param question key of a question, or {@link #NEW_QUESTION}
     * @param newQuestion the question that came up on the day; null if it answers one that is there
     * @param type kind of evidence
     * @param note what was seen or heard
     */
    record Observation(String question, String newQuestion, String type, String note) {}

    /** Whether evidence is recorded at present. */
    boolean isOpen(Review review) {
        return !isClosed(review)
                && review.pausedAt() == null
                && !clock.instant().isBefore(deadlines.of(review).at(LeadTimes.VISIT_DAY_ARRIVES, Optional.empty()));
    }

    /** Whether the host reads what was noted: from the moment at which it is recorded, and later too. */
    boolean isReadByHost(Review review) {
        return !review.isCancelled() && (isOpen(review) || isClosed(review));
    }

    /** Whether the time for evidence is over. */
    boolean isClosed(Review review) {
        return review.isCancelled() || review.reached().reportWrittenOn() != null;
    }

    /** The seat from which a person records; empty if they do not review. */
    Optional<UUID> seatOf(Review review, String person) {
        Set<UUID> filled = seats.occupants(review.id()).stream()
                .filter(Occupant::fills)
                .filter(occupant -> occupant.person().equals(person))
                .map(Occupant::seat)
                .collect(Collectors.toSet());
        return seats.of(review.id(), REVIEWERS).stream()
                .map(Seat::id)
                .filter(filled::contains)
                .findFirst();
    }

    /** Options for the question that an observation answers: those that were issued or added, and one for another. */
    List<Map<String, Object>> questionOptions(List<Question> questions) {
        List<Map<String, Object>> options = new ArrayList<>(Row.options(questions, Question::id, Question::numbered));
        options.add(Row.of("value", NEW_QUESTION, "label", "Another question that came up on the day"));
        return options;
    }

    /**
     * Records observations. Whoever calls holds the review: questions are numbered on.
     *
     * @throws Refusal if one answers no question of this review
     */
    void record(Review review, UUID seat, List<Observation> observations) {
        AskedOnTheDay asked = new AskedOnTheDay(review);
        List<EvidenceItem> items = observations.stream()
                .map(one -> EvidenceItem.noted(review, seat, asked.questionOf(one), one.type(), one.note()))
                .toList();
        reviews.insert(asked.added);
        reviews.insert(items);
    }

    /**
     * Corrects an observation. Whoever calls holds the review.
     *
     * @throws Refusal if it is to answer another question though a finding rests on it
     */
    void correct(Review review, EvidenceItem item, Observation now) {
        AskedOnTheDay asked = new AskedOnTheDay(review);
        EvidenceItem corrected = item.corrected(asked.questionOf(now), now.type(), now.note());
        if (!corrected.question().equals(item.question()) && reports.isCited(item.id())) {
            throw Refusal.of(
                    "Question it belongs to: a finding rests on this note, so it stays under its question. You can still correct the rest.");
        }
        reviews.insert(asked.added);
        reviews.update(List.of(corrected));
    }

    /**
     * Takes an observation back. Whoever calls holds the review.
     *
     * @throws Refusal if a finding rests on it
     */
    void takeBack(EvidenceItem item) {
        if (reports.isCited(item.id())) {
            throw Refusal.of("A finding rests on this note, so it cannot be taken back. You can correct it.");
        }
        reviews.remove(item);
    }

    /** Finds the questions of observations and adds those that came up on the day, each once. */
    private final class AskedOnTheDay {

        private final UUID review;
        private final List<Question> known;
        private final List<Question> added = new ArrayList<>();

        AskedOnTheDay(Review review) {
            this.review = review.id();
            this.known = new ArrayList<>(reviews.questionsOf(review));
        }

        UUID questionOf(Observation observation) {
            return NEW_QUESTION.equals(observation.question())
                    ? onTheDay(observation.newQuestion())
                    : issued(observation.question());
        }

        private UUID issued(String key) {
            return known.stream()
                    .map(Question::id)
                    .filter(id -> id.toString().equals(key))
                    .findFirst()
                    .orElseThrow(() -> Refusal.of("Question it belongs to: please choose one of the questions shown."));
        }

        private UUID onTheDay(String text) {
            return known.stream()
                    .filter(question -> same(question.text(), text))
                    .findFirst()
                    .orElseGet(() -> add(text))
                    .id();
        }

        private Question add(String text) {
            int last = known.stream().mapToInt(Question::number).max().orElse(0);
            Question question = new Question(Reviews.newId(), review, last + 1, text.strip(), true);
            known.add(question);
            added.add(question);
            return question;
        }

        private static boolean same(String one, String other) {
            return one.strip().toLowerCase(Locale.UK).equals(other.strip().toLowerCase(Locale.UK));
        }
    }
}
