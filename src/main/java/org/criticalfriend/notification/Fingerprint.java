package org.criticalfriend.notification;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Keys made of what they stand for: the same for the same, and in practice for nothing else. */
public final class Fingerprint {

    private Fingerprint() {}

    /**
     * The key of what some identifiers together stand for. Migrations make the same in SQL.
     *
     * @param identifiers without {@code |}
     */
    public static UUID of(String... identifiers) {
        ByteBuffer digest =
                ByteBuffer.wrap(sha256().digest(String.join("|", identifiers).getBytes(StandardCharsets.UTF_8)));
        return new UUID(digest.getLong(), digest.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
