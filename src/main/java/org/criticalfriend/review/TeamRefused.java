package org.criticalfriend.review;

/** A team is not of the size that its review has, or comes from too few schools. The message says what it has to be, and that a reason may make it another. */
public class TeamRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TeamRefused(String words) {
        super(words);
    }
}
