package org.criticalfriend.planning;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What makes a year a good one. What must hold comes first; then that no seat stays empty; then the wishes, in the order of their
 * weight: each breach of one costs less than a breach of any before it, so that the planner gives up the later one first.
 */
public enum Rule {
    PUPIL_DAY(Level.MUST, 1, "Schools are visited on days with pupils in school."),
    BLACKOUT(Level.MUST, 1, "Schools are not visited on days that are kept free."),
    TIME_TO_PREPARE(Level.MUST, 1, "Visits are at least 25 school days after publication."),
    SETTLED_IN(Level.MUST, 1, "No school is visited before its twentieth school day."),
    STILL_TO_COME(Level.MUST, 1, "Visits are still to come."),
    OWN_SCHOOL_OPEN(Level.MUST, 1, "Nobody has a duty on a day on which their own school is closed."),
    WORKING_DAY(Level.MUST, 1, "Nobody has a duty on a weekday on which they do not work."),
    NOT_AWAY(Level.MUST, 1, "Nobody has a duty while they are away."),
    GIVEN_ELSEWHERE(Level.MUST, 1, "Nobody has a duty on a day that they have given to another review."),
    TWO_DUTIES_A_DAY(Level.MUST, 1, "Nobody has two duties on one day."),
    ONE_SEAT_PER_REVIEW(Level.MUST, 1, "Nobody has two duties on one review."),
    NOT_AT_OWN_SCHOOL(Level.MUST, 1, "Nobody reviews their own school."),
    TRAINED(Level.MUST, 1, "Only trained people have a duty."),
    ENOUGH_OTHER_SCHOOLS(Level.MUST, 1, "Reviewers come from enough other schools."),
    STAND_IN_OF_ANOTHER_SCHOOL(Level.MUST, 1, "Stand-ins come from another school than the team."),
    PEOPLE_OUT_A_DAY(Level.MUST, 1, "No school has more people out on a day than it can spare."),
    DAYS_OUT_A_YEAR(Level.MUST, 1, "No school has more days out in the year than it allows."),
    ONLY_ITS_OWN_TRUST(Level.MUST, 1, "A school that takes no visitors from outside its trust gets none."),

    NO_EMPTY_SEAT(Level.FILLED, 1, "Every seat is filled."),

    EVEN_BY_PERSON(Level.WISH, 1000, "The work is even among people."),
    EVEN_BY_SCHOOL(Level.WISH, 1000, "The work is even among schools."),
    REVIEWER_DAYS_OF_SCHOOL(Level.WISH, 800, "No school gives more reviewer days than agreed."),
    WORKSHOPS_OF_SCHOOL(Level.WISH, 800, "No school gives more workshops than agreed."),
    DAYS_OF_PERSON(Level.WISH, 800, "Nobody gives more days than agreed."),
    THREE_WEEKS_BETWEEN(Level.WISH, 100, "Three weeks lie between two duties of one person."),
    ONE_REVIEW_A_WEEK(Level.WISH, 350, "One school is visited in a week."),
    NO_DIRECT_SWAP(Level.WISH, 250, "Two schools do not review each other."),
    SAME_PHASE_FIRST(
            Level.WISH,
            160,
            "Whoever reviews a school of another phase for the first time has a colleague of that phase on the team."),
    CROSS_PHASE(Level.WISH, 110, "A team has somebody from another phase."),
    NEW_TRIAD(Level.WISH, 75, "Three schools that worked together last year do not do so again."),
    WANTED_SUBJECT(Level.WISH, 50, "Somebody on the team knows the subject that the school asked for."),
    PREFERRED_WEEKDAY(Level.WISH, 30, "Visits are on the weekdays that the partnership prefers."),
    NO_SQUEEZE(Level.WISH, 20, "No two steps before or after a visit fall onto one day."),
    NOT_ACROSS_THE_SUMMER(Level.WISH, 12, "Follow-up meetings are in the same school year."),
    OTHER_AFFILIATION(Level.WISH, 6, "Reviewers come from schools that work in other groups than the host."),
    GOES_ALONG(Level.WISH, 5, "Whoever asked to go along as an associate does so once."),
    GOES_ALONG_ONCE(Level.WISH, 4, "Nobody goes along as an associate more than once."),
    DEPUTY_CAN_LEAD(Level.WISH, 3, "Somebody on the team besides the lead is trained to lead."),
    USUAL_DAY(Level.WISH, 1, "Meetings are on their usual day.");

    /** How much a rule weighs, from most to least. */
    public enum Level {
        /** A plan that breaks it cannot be held. */
        MUST,
        /** A plan that breaks it lacks somebody. */
        FILLED,
        /** A plan that breaks it is less good. */
        WISH
    }

    private static final Map<String, Rule> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(Rule::name, Function.identity()));

    private final Level level;
    private final int weight;
    private final String words;

    Rule(Level level, int weight, String words) {
        this.level = level;
        this.weight = weight;
        this.words = words;
    }

    /** What kind of rule it is. */
    public Level level() {
        return level;
    }

    /** What the smallest breach costs, in points that only compare with those of other rules of the same level. */
    public int weight() {
        return weight;
    }

    /** The rule, as a sentence for people. */
    public String words() {
        return words;
    }

    /** Whether it says how work is spread, so that every duty counts with it and none breaks it alone. */
    boolean isAboutSpread() {
        return this == EVEN_BY_PERSON || this == EVEN_BY_SCHOOL;
    }

    static Rule named(String name) {
        return BY_NAME.get(name);
    }
}
