package org.criticalfriend.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was told before an upgrade is not told again after it. */
@ApplicationTest
class KeysOfNoticesTest {

    private static final Pattern MADE_IN_SQL = Pattern.compile("set id = (.+);");

    @Autowired
    JdbcClient database;

    @Test
    void theMigrationMakesTheSameKeysAsTheOutbox() throws Exception {
        ToTell told =
                ToTell.once("täglich", "priory-2026-mill-lane", "milllanehead").onTurn("2026-10-09");
        Matcher migration = MADE_IN_SQL.matcher(new ClassPathResource("db/migration/%s/V24__key_of_notice.sql"
                        .formatted(TestDatabase.isPostgresql() ? "postgresql" : "h2"))
                .getContentAsString(StandardCharsets.UTF_8));
        assertThat(migration.find()).isTrue();

        UUID made = database.sql(
                        "select %s from (select cast(? as varchar) as occasion, cast(? as varchar) as subject, cast(? as varchar) as turn, cast(? as varchar) as recipient) n"
                                .formatted(migration.group(1)))
                .params(List.of(told.occasion(), told.subject(), told.turn(), told.recipient()))
                .query(UUID.class)
                .single();

        assertThat(made).isEqualTo(told.key());
    }
}
