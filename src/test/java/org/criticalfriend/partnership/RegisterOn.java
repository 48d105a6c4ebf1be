package org.criticalfriend.partnership;

import java.time.Clock;
import javax.sql.DataSource;
import org.criticalfriend.reading.ReadOnce;
import org.criticalfriend.reading.UntilChanged;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The register on a database of the test's choice, with its transactions, without an application around it. */
final class RegisterOn {

    final Partnerships partnerships;
    final Memberships memberships;
    final Schools schools;
    final People people;
    final Roles roles;
    final Register register;
    final TransactionTemplate transaction;

    RegisterOn(DataSource dataSource) {
        AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
        beans.registerBean(DataSource.class, () -> dataSource);
        beans.registerBean(Clock.class, Clock::systemUTC);
        beans.register(
                Transactions.class,
                ReadOnce.class,
                UntilChanged.class,
                OwnedRows.class,
                Known.class,
                Partnerships.class,
                Memberships.class,
                Schools.class,
                Roles.class,
                People.class,
                Register.class);
        beans.refresh();
        partnerships = beans.getBean(Partnerships.class);
        memberships = beans.getBean(Memberships.class);
        schools = beans.getBean(Schools.class);
        people = beans.getBean(People.class);
        roles = beans.getBean(Roles.class);
        register = beans.getBean(Register.class);
        transaction = beans.getBean(TransactionTemplate.class);
    }

    /** Not marked as configuration, or applications under test would find it. */
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {

        @Bean
        PlatformTransactionManager transactions(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }

        @Bean
        TransactionTemplate template(PlatformTransactionManager transactions) {
            return new TransactionTemplate(transactions);
        }

        @Bean
        JdbcTemplate batches(DataSource dataSource) {
            return new JdbcTemplate(dataSource);
        }

        @Bean
        JdbcClient database(JdbcTemplate batches) {
            return JdbcClient.create(batches);
        }
    }
}
