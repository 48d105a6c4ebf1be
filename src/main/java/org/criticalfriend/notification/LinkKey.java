package org.criticalfriend.notification;

import java.security.SecureRandom;
import java.util.Base64;
import org.criticalfriend.engine.StartStep;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The key that signs personal links: made once and kept in the database, so that every node knows it and no link dies with one. */
@Component
@Order(StartStep.KEYS)
class LinkKey implements StartStep {

    private static final int BYTES = 32;

    private final JdbcClient database;
    private volatile byte[] known;

    LinkKey(JdbcClient database) {
        this.database = database;
    }

    /** One node makes it while the others wait. */
    @Override
    public void run() {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        database.sql(
                        """
                        insert into personal_link_key (id, secret) select 1, :secret
                        where not exists (select 1 from personal_link_key)""")
                .param("secret", Base64.getEncoder().encodeToString(fresh))
                .update();
    }

    /** The secret bytes. */
    byte[] secret() {
        byte[] secret = known;
        if (secret == null) {
            secret = Base64.getDecoder()
                    .decode(database.sql("select secret from personal_link_key")
                            .query(String.class)
                            .single());
            known = secret;
        }
        return secret;
    }
}
