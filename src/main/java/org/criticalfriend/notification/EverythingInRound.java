package org.criticalfriend.notification;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** What everybody knows of what open steps belong to. */
@Component
@Primary
class EverythingInRound implements RoundFacts {

    private final List<RoundFacts> some;

    EverythingInRound(List<RoundFacts> some) {
        this.some = some;
    }

    @Override
    public List<Belonging> everythingOpen() {
        return ofEach(RoundFacts::everythingOpen);
    }

    @Override
    public List<Belonging> of(Collection<String> references) {
        return ofEach(one -> one.of(references));
    }

    @Override
    public List<Belonging> openIn(Collection<String> partnerships) {
        return ofEach(one -> one.openIn(partnerships));
    }

    private List<Belonging> ofEach(Function<RoundFacts, List<Belonging>> question) {
        return some.stream().flatMap(one -> question.apply(one).stream()).toList();
    }
}
