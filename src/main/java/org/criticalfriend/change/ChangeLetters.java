package org.criticalfriend.change;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.criticalfriend.duty.DutyWords;
import org.criticalfriend.duty.Occupant;
import org.criticalfriend.duty.Seat;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.notification.Letter;
import org.criticalfriend.notification.NothingToSay;
import org.criticalfriend.notification.Notice;
import org.criticalfriend.notification.Occasion;
import org.criticalfriend.notification.PublicAddress;
import org.criticalfriend.notification.ToSay;
import org.criticalfriend.partnership.Partnerships;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.review.RunningReview;
import org.criticalfriend.review.RunningReviews;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people are told of a change of plan, in templates under {@code mail/change}. No mail says why a plan has changed. */
@Configuration(proxyBeanMethods = false)
class ChangeLetters {

    /** What was decided; by change. */
    static final String DECIDED = "change-decided";

    /** Nobody has decided in time; by change. */
    static final String STILL_UNDECIDED = "change-still-undecided";

    /** Who comes instead of somebody else; by occupancy. */
    static final String WHO_COMES = "change-who-comes";

    /** Somebody is not needed any more; by the occupancy of whoever comes instead. */
    static final String NOT_NEEDED = "change-not-needed";

    /** Something does not fit the calendars any more; by partnership, each change of a calendar on its own. */
    static final String CLOSED_DAYS = "closed-days";

    private record Told(String name, Function<Notice, ToSay> words) implements Occasion {

        @Override
        public ToSay now(Notice notice) {
            return words.apply(notice);
        }
    }

    @Bean
    Occasion changeDecidedTold(ChangeRecord record, RunningReviews running, PublicAddress address) {
        return new Told(DECIDED, notice -> record.of(UUID.fromString(notice.subject()))
                .filter(change -> !change.isOpen())
                .filter(change -> running.concerns(change.review(), notice.recipient()))
                .map(change -> (ToSay) decided(change, running.of(change.review()), address)
                        .with("theirs", change.askedBy().equals(notice.recipient())))
                .orElseGet(() -> new NothingToSay("It is not theirs any more.")));
    }

    private static Letter decided(ChangeOfPlan change, RunningReview review, PublicAddress address) {
        return letter("decided", review, address)
                .with("outcome", ChangeWords.outcome(change))
                .with("over", review.over())
                .with("waits", review.hasNoDate() && !review.over());
    }

    @Bean
    Occasion changeStillUndecidedTold(
            ChangeRecord record, RunningReviews running, WhoDecides decides, People people, PublicAddress address) {
        return new Told(STILL_UNDECIDED, notice -> {
            Optional<ChangeOfPlan> open =
                    record.of(UUID.fromString(notice.subject())).filter(ChangeOfPlan::isOpen);
            Optional<String> has = open.flatMap(decides::of).map(WhoDecides.Open::person);
            if (has.isEmpty() || has.get().equals(notice.recipient())) {
                return new NothingToSay("It is decided, or on their own list by now.");
            }
            if (decides.next(open.get()).filter(notice.recipient()::equals).isEmpty()) {
                return new NothingToSay("They are not in charge any more.");
            }
            Optional<Person> person = people.find(has.get());
            return letter("still-undecided", running.of(open.get().review()), address)
                    .with("name", person.map(Person::name).orElse(has.get()))
                    .with("phone", person.flatMap(Person::phone).orElse(""));
        });
    }

    @Bean
    Occasion changeWhoComesTold(RunningReviews running, Seats seats, People people, PublicAddress address) {
        return new Told(WHO_COMES, notice -> {
            Occupant occupant = seats.occupant(UUID.fromString(notice.subject()));
            Seat seat = seats.seat(occupant.seat());
            if (!occupant.fills() || !running.concerns(seat.review(), notice.recipient())) {
                return new NothingToSay("Whoever came has left again, or they are not on the review any more.");
            }
            return letter("who-comes", running.of(seat.review()), address)
                    .with(
                            "name",
                            people.find(occupant.person()).map(Person::name).orElse(""))
                    .with("you", occupant.person().equals(notice.recipient()))
                    .with("duty", DutyWords.of(seat.duty()));
        });
    }

    @Bean
    Occasion changeNotNeededTold(RunningReviews running, Seats seats, People people, PublicAddress address) {
        return new Told(NOT_NEEDED, notice -> {
            Seat seat =
                    seats.seat(seats.occupant(UUID.fromString(notice.subject())).seat());
            return people.find(notice.recipient())
                    .filter(person -> person.leftOn().isEmpty())
                    .map(person -> (ToSay) letter("not-needed", running.of(seat.review()), address)
                            .with("duty", DutyWords.of(seat.duty())))
                    .orElseGet(() -> new NothingToSay("They have left."));
        });
    }

    @Bean
    Occasion closedDaysTold(ClosedDays closed, Partnerships partnerships, PublicAddress address) {
        return new Told(CLOSED_DAYS, notice -> {
            int number = closed.count(notice.subject(), notice.recipient());
            return partnerships
                    .find(notice.subject())
                    .filter(partnership -> number > 0)
                    .map(partnership -> (ToSay) Letter.of(
                            "change/closed-days",
                            Map.of(
                                    "school",
                                    "",
                                    "visit",
                                    "",
                                    "drivingQuestion",
                                    "",
                                    "partnershipName",
                                    partnership.name(),
                                    "number",
                                    Integer.toString(number),
                                    "one",
                                    number == 1,
                                    "page",
                                    address.of(ClosedDaysPage.path(partnership.id())))))
                    .orElseGet(() -> new NothingToSay("Everything fits again, or it is not theirs any more."));
        });
    }

    /** School, visit, and the path of the review's page. Half of those who read it may not know what the review is about. */
    private static Letter letter(String template, RunningReview review, PublicAddress address) {
        Map<String, Object> values = new HashMap<>();
        values.put("school", review.school());
        values.put("visit", review.visit());
        values.put("drivingQuestion", "");
        values.put("page", address.of("/review/" + review.reference()));
        return Letter.of("change/" + template, values);
    }
}
