package org.criticalfriend.engine.identity;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.AbstractQuery;

/** The part of an answer that a query asks for. The page that the engine hands over is empty here. */
final class Paging {

    private Paging() {}

    static <T> List<T> of(AbstractQuery<?, ?> query, Stream<T> all) {
        return all.skip(query.getFirstResult()).limit(query.getMaxResults()).toList();
    }
}
