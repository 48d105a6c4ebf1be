package org.criticalfriend.year;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.form.Refusal;
import org.criticalfriend.engine.form.TaskInHand;
import org.criticalfriend.partnership.Partnerships;
import org.springframework.stereotype.Component;

/** The heads meet over the open plans (P40): the agenda makes itself; the partnership lead notes when it was. */
@Component
class HoldClusterMeeting extends StepOfYear {

    private final PlannedYears years;
    private final Clock clock;

    HoldClusterMeeting(PlannedYears years, Partnerships partnerships, Clock clock) {
        super(years, partnerships);
        this.years = years;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> opensWith(TaskInHand task) {
        Map<String, Object> form = heading(task);
        form.put("agenda", ClusterMeetings.page(year(task).partnership()));
        return form;
    }

    @Override
    public Map<String, Object> accept(TaskInHand task, Map<String, Object> answer) {
        PartnershipYear year = year(task);
        years.meeting(
                year,
                year.halfTerm().orElseThrow(),
                heldOn(answer),
                task.assignee().orElseThrow(),
                clock.instant());
        return Map.of();
    }

    private Optional<LocalDate> heldOn(Map<String, Object> answer) {
        if (!"HELD".equals(answer.get("meeting"))) {
            return Optional.empty();
        }
        LocalDate day = Optional.ofNullable((LocalDate) answer.get("heldOn"))
                .orElseThrow(() -> Refusal.of("Date of the meeting: please fill this in."));
        if (day.isAfter(SchoolTime.today(clock))) {
            throw Refusal.of("Date of the meeting: this day is still to come. Please hand in after the meeting.");
        }
        return Optional.of(day);
    }
}
