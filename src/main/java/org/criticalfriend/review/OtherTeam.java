package org.criticalfriend.review;

/**
 * That a review has a team of another size than usual, and why (G17: editable per review).
 *
 * @param reason in words, 1 to 400 characters
 * @param decidedBy id of the person who decided it
 */
public record OtherTeam(String reason, String decidedBy) {

    private static final int LONGEST = 400;

    /** @throws IllegalArgumentException if the reason is blank or longer than 400 characters */
    public OtherTeam {
        if (reason.isBlank() || reason.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "Please give the reason for another team in 1 to %d characters.".formatted(LONGEST));
        }
    }
}
