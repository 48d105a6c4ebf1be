package org.criticalfriend.year;

import java.util.Set;
import java.util.function.Supplier;
import org.criticalfriend.engine.task.TaskReaders;
import org.criticalfriend.partnership.Register;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Lets those in charge of a partnership see the tasks of its year. */
@Component
class InChargeOfYear implements TaskReaders {

    private final Supplier<PlannedYears> years;
    private final Register register;

    InChargeOfYear(ObjectProvider<PlannedYears> years, Register register) {
        // The engine is made before the record.
        this.years = SingletonSupplier.of(years::getObject);
        this.register = register;
    }

    @Override
    public Set<String> of(String reference) {
        return years.get()
                .find(reference)
                .map(year -> register.inChargeOf(year.partnership(), YearPlan.OF_NO_SCHOOL))
                .orElse(Set.of());
    }
}
