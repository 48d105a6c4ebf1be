package org.criticalfriend.review;

import java.util.Map;
import java.util.function.Supplier;
import org.criticalfriend.engine.task.TaskCard;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** School and visit date on the cards of a review's tasks. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ReviewTaskCard implements TaskCard {

    private final Supplier<Reviews> reviews;
    private final Heading heading;

    ReviewTaskCard(ObjectProvider<Reviews> reviews, Heading heading) {
        this.reviews = SingletonSupplier.of(reviews::getObject);
        this.heading = heading;
    }

    @Override
    public Map<String, Object> of(String reference) {
        return reviews.get()
                .find(reference)
                .map(review -> Map.<String, Object>of(
                        "school", heading.schoolName(review), "visitDate", Heading.visitInShort(review)))
                .orElse(Map.of());
    }
}
