package org.criticalfriend.year;

import java.util.Map;
import java.util.function.Supplier;
import org.criticalfriend.engine.task.TaskCard;
import org.criticalfriend.partnership.Partnership;
import org.criticalfriend.partnership.Partnerships;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Partnership and school year on the cards of a year's tasks. */
@Component
class YearTaskCard implements TaskCard {

    private final Supplier<PlannedYears> years;
    private final Supplier<Partnerships> partnerships;

    YearTaskCard(ObjectProvider<PlannedYears> years, ObjectProvider<Partnerships> partnerships) {
        // The engine is made before the record.
        this.years = SingletonSupplier.of(years::getObject);
        this.partnerships = SingletonSupplier.of(partnerships::getObject);
    }

    @Override
    public Map<String, Object> of(String reference) {
        return years.get()
                .find(reference)
                .map(year -> Map.<String, Object>of(
                        "partnership",
                                partnerships
                                        .get()
                                        .find(year.partnership())
                                        .map(Partnership::name)
                                        .orElse(""),
                        "schoolYear", year.year().toString()))
                .orElse(Map.of());
    }
}
