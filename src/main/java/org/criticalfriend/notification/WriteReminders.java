package org.criticalfriend.notification;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.NamedInModels;
import org.springframework.stereotype.Component;

/** Does the round of today, also if its morning was another one. Done twice, it tells nobody anything twice. */
@Component
@NamedInModels
class WriteReminders implements JavaDelegate {

    private final DailyRound round;
    private final Clock clock;

    WriteReminders(DailyRound round, Clock clock) {
        this.round = round;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        round.on(SchoolTime.today(clock));
    }
}
