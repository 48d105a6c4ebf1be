package org.criticalfriend.review;

import java.util.Map;
import org.springframework.stereotype.Component;

/** Somebody of another school says whether they can help (F26). No reason is asked. */
@Component
class AgreeToSupport extends StepOfSupport {

    private final SupportRecord record;

    AgreeToSupport(SupportRecord record) {
        super(record);
        this.record = record;
    }

    @Override
    Map<String, Object> take(Support support, Given given) {
        boolean agrees = "YES".equals(given.requiredText("answer", "Can you help?"));
        Support.State yes = record.needsRelease(support) ? Support.State.ACCEPTED : Support.State.AGREED;
        record.write(support.in(agrees ? yes : Support.State.DECLINED));
        return Map.of("supporterAgrees", agrees);
    }
}
