package org.criticalfriend.review;

import java.util.Map;
import org.springframework.stereotype.Component;

/** The supporter has helped: one tick, and a line on what was done (F26, G30). */
@Component
class GiveSupport extends StepOfSupport {

    private final SupportRecord record;

    GiveSupport(SupportRecord record) {
        super(record);
        this.record = record;
    }

    @Override
    Map<String, Object> take(Support support, Given given) {
        record.write(support.given(given.text("done")));
        return Map.of();
    }
}
