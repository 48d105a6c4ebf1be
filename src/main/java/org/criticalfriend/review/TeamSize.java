package org.criticalfriend.review;

import java.math.BigDecimal;

/**
 * How large a review is (G17, G18).
 *
 * @param reviewers how many reviewers there are: with a lead who is a colleague of another school, without one who belongs to the
 *     central team; reserve reviewer, Improvement Champions and associates are not counted
 * @param days how many days the visit takes, in halves of a school day
 * @param associates how many associates may come along at most
 */
public record TeamSize(int reviewers, BigDecimal days, int associates) {

    /** More associates than this come to no visit (G18). */
    static final int MOST_ASSOCIATES = 2;

    TeamSize withReviewers(int fixed) {
        return new TeamSize(fixed, days, associates);
    }
}
