package org.criticalfriend.change;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * A way out, with all that it would bring.
 *
 * @param way which kind of way
 * @param what which of several of its kind: a day, the reference of a review, the id of a person; may be empty
 * @param title in a few words
 * @param dates which appointments move, in sentences
 * @param people who is touched, in sentences
 * @param standIns what stand-ins have to do besides around then
 * @param squeezed what would have little time
 * @param fairness what it does to how work is spread
 * @param price what it costs in cover
 * @param leaving ids of those who cannot come then and leave the review
 * @param madeFrom everything it was made from, as text: if that has changed, it is not the same option any more
 */
record Option(
        Way way,
        String what,
        String title,
        List<String> dates,
        List<String> people,
        List<String> standIns,
        List<String> squeezed,
        String fairness,
        String price,
        Set<String> leaving,
        String madeFrom) {

    /** Between what it is and what it was made from. */
    private static final String SEPARATOR = " ";

    /** Whether people need a link to meet. */
    public boolean needsLink() {
        return way == Way.AFAR;
    }

    /** By what it is known: which way, which of its kind, and a digest of everything that was shown and read. */
    public String key() {
        return String.join(SEPARATOR, way.name(), what.isEmpty() ? "-" : what, digest());
    }

    /** The way that a key names. */
    static Way wayOf(String key) {
        return Way.valueOf(key.split(SEPARATOR)[0]);
    }

    /** The references of reviews that a key names besides the one in question; none for most. */
    static List<String> othersIn(String key) {
        String[] parts = key.split(SEPARATOR);
        return wayOf(key) == Way.SWAP ? List.of(parts[1]) : List.of();
    }

    private String digest() {
        try {
            byte[] all = MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
