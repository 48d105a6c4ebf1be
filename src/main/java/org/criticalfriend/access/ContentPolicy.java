package org.criticalfriend.access;

import java.security.SecureRandom;
import java.util.Base64;

/** What pages may load and run. */
public final class ContentPolicy {

    /** Name of the header. */
    public static final String HEADER = "Content-Security-Policy";

    /** Our pages load nothing from elsewhere, run no script of their own, and stand in no frame. */
    static final String PAGES =
            "default-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private static final SecureRandom RANDOM = new SecureRandom();
    /** 128 bits. */
    private static final int NONCE_BYTES = 16;

    private ContentPolicy() {}

    /** A value that nobody can guess, for one answer. */
    public static String newNonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * As for all pages; besides, a script of ours may write style sheets that carry this nonce, with letters that such a sheet holds.
     *
     * @param nonce from {@link #newNonce}
     */
    public static String withStyles(String nonce) {
        return "%s; style-src 'self' 'nonce-%s'; font-src 'self' data:".formatted(PAGES, nonce);
    }
}
