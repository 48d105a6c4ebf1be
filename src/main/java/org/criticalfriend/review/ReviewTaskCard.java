package org.criticalfriend.review;

import java.util.Map;
import org.criticalfriend.engine.task.TaskCard;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** School and visit date on the cards of a review's tasks. */
@Component
class ReviewTaskCard implements TaskCard {

    private final ObjectProvider<Reviews> reviews;
    private final Heading heading;

    ReviewTaskCard(ObjectProvider<Reviews> reviews, Heading heading) {
        this.reviews = reviews;
        this.heading = heading;
    }

    @Override
    public Map<String, Object> of(String reference) {
        return reviews.getObject()
                .find(reference)
                .map(review -> Map.<String, Object>of(
                        "school", heading.schoolName(review), "visitDate", Heading.visitInShort(review)))
                .orElse(Map.of());
    }
}
