package org.criticalfriend.review;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.criticalfriend.partnership.People;
import org.springframework.stereotype.Component;

/** What the steps of the support process read and write. */
@Component
class SupportRecord {

    private final Reviews reviews;
    private final Outcomes outcomes;
    private final Heading heading;
    private final People people;
    private final Supporters supporters;

    SupportRecord(Reviews reviews, Outcomes outcomes, Heading heading, People people, Supporters supporters) {
        this.reviews = reviews;
        this.outcomes = outcomes;
        this.heading = heading;
        this.people = people;
        this.supporters = supporters;
    }

    /** What heads its forms. */
    Map<String, Object> heading(String reference) {
        return heading.of(reviews.of(reference));
    }

    /** @throws IllegalArgumentException if there is no support of this key */
    Support support(UUID id) {
        return outcomes.support(id);
    }

    /** The action that it helps with. */
    Optional<Action> actionOf(Support support) {
        return Optional.ofNullable(support.action()).map(reviews::action);
    }

    /** A person with post and school. */
    String nameOf(String person) {
        return people.find(person).map(supporters::inWords).orElse(person);
    }

    /** Whether the supporter's own head has to let them go. */
    boolean needsRelease(Support support) {
        return supporters.headToAsk(support).isPresent();
    }

    void write(Support changed) {
        outcomes.update(changed);
    }
}
