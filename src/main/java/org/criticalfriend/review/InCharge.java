package org.criticalfriend.review;

import java.util.Set;
import java.util.function.Supplier;
import org.criticalfriend.engine.task.TaskReaders;
import org.criticalfriend.partnership.Register;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Lets the partnership lead see a review's tasks; for the lead's own school, the deputy. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class InCharge implements TaskReaders {

    private final Supplier<Reviews> reviews;
    private final Register register;

    InCharge(ObjectProvider<Reviews> reviews, Register register) {
        this.reviews = SingletonSupplier.of(reviews::getObject);
        this.register = register;
    }

    @Override
    public Set<String> of(String reference) {
        return reviews.get()
                .find(reference)
                .map(review -> register.inChargeOf(review.partnership(), review.host()))
                .orElse(Set.of());
    }
}
