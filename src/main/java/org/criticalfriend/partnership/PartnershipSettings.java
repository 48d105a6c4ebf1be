package org.criticalfriend.partnership;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a partnership decides for itself.
 *
 * @param ledBy who leads its reviews
 * @param publication who may read a released report
 * @param selfReviewRequired whether a review begins with the host's self-review (F17)
 * @param headAtWorkshop whether the host's head may be at the improvement workshop
 * @param team size and origin of a team
 * @param followUpWeeks how the weeks to the follow-up meeting are counted
 * @param preferredVisitDays weekdays on which the planner puts visits if it can
 * @param caps what is asked at most before the planner warns
 * @param templates questions and forms of its own
 */
public record PartnershipSettings(
        LedBy ledBy,
        PublicationPolicy publication,
        boolean selfReviewRequired,
        HeadAtWorkshop headAtWorkshop,
        TeamRule team,
        FollowUpWeeks followUpWeeks,
        Set<DayOfWeek> preferredVisitDays,
        Caps caps,
        Templates templates) {

    /** Inspectors ring at the beginning of a week, so visits are safest at its end. */
    private static final Set<DayOfWeek> END_OF_THE_WEEK = EnumSet.of(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

    /** The visit days in the order of the week. */
    public PartnershipSettings {
        preferredVisitDays = Weekdays.of(preferredVisitDays);
    }

    /** @throws EntryRefused if a visit is to be on a Saturday or Sunday, or a rule, cap or template cannot be what it is */
    void check() {
        team.check();
        caps.check();
        templates.check();
        Demand.that(
                preferredVisitDays.stream().noneMatch(Weekdays::isWeekend),
                "Schools are closed at the weekend. Please choose visit days from Monday to Friday.");
    }

    /** The defaults, for the two settings on which partnerships differ most. */
    public static PartnershipSettings of(LedBy ledBy, PublicationPolicy publication) {
        return new PartnershipSettings(
                ledBy,
                publication,
                true,
                HeadAtWorkshop.OPT_IN,
                TeamRule.DEFAULT,
                FollowUpWeeks.CALENDAR_WEEKS,
                END_OF_THE_WEEK,
                Caps.DEFAULT,
                Templates.NONE);
    }
}
