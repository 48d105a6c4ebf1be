package org.criticalfriend.review;

import java.util.Map;
import org.springframework.stereotype.Component;

/** The head of the supporter's own school says whether they can be spared (F26). No reason is asked. */
@Component
class ReleaseSupporter extends StepOfSupport {

    private final SupportRecord record;

    ReleaseSupporter(SupportRecord record) {
        super(record);
        this.record = record;
    }

    @Override
    Map<String, Object> take(Support support, Given given) {
        boolean released = "YES".equals(given.requiredText("answer", "Can your school spare them?"));
        record.write(support.in(released ? Support.State.AGREED : Support.State.DECLINED));
        return Map.of("supporterReleased", released);
    }
}
