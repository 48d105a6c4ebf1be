package org.criticalfriend.engine.door;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.query.Query;

/**
 * Expressions in queries are code that the engine runs. 7.24.0 refuses them at the top of a query but runs those inside
 * {@code orQueries} (CVE-2026-109432), in queries that extend a filter, and in stored filters. Here a query may carry none, and
 * a stored filter only those that our own filters need.
 */
public final class Expressions {

    private static final Set<String> ALLOWED_IN_FILTERS = Set.of(
            "${currentUser()}",
            "${currentUserGroups()}",
            "${now()}",
            "${dateTime().plusDays(7)}",
            "${currentUser().split(' ')}");

    private Expressions() {}

    /** @throws BadUserRequestException if a query holds an expression anywhere */
    static void refuseAny(Query<?, ?> query) {
        if (in(query).findAny().isPresent()) {
            throw refused();
        }
    }

    /** @throws BadUserRequestException if a filter's query holds an expression that is not on the short list */
    static void refuseUnknown(Query<?, ?> query) {
        if (!in(query).allMatch(ALLOWED_IN_FILTERS::contains)) {
            throw refused();
        }
    }

    private static Stream<String> in(Query<?, ?> query) {
        List<TaskQueryImpl> inner = query instanceof TaskQueryImpl tasks ? tasks.getQueries() : List.of();
        Stream<String> own =
                query instanceof AbstractQuery<?, ?> any ? any.getExpressions().values().stream() : Stream.of();
        return Stream.concat(own, inner.stream().filter(one -> one != query).flatMap(Expressions::in));
    }

    private static BadUserRequestException refused() {
        return new BadUserRequestException("Expressions are not allowed in queries.");
    }
}
