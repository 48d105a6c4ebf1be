package org.criticalfriend.review;

import java.util.Set;
import org.criticalfriend.engine.task.TaskReaders;
import org.criticalfriend.partnership.Register;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lets the partnership lead see a review's tasks; for the lead's own school, the deputy. */
@Component
class InCharge implements TaskReaders {

    private final ObjectProvider<Reviews> reviews;
    private final Register register;

    InCharge(ObjectProvider<Reviews> reviews, Register register) {
        this.reviews = reviews;
        this.register = register;
    }

    @Override
    public Set<String> of(String reference) {
        return reviews.getObject()
                .find(reference)
                .map(review -> register.inChargeOf(review.partnership(), review.host()))
                .orElse(Set.of());
    }
}
