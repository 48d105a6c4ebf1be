package org.criticalfriend.engine;

import java.util.Set;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;

/**
 * What the engine remembers: which steps were taken and ends reached when, incidents, and which person did what. Never variables, form
 * properties, decisions, identity links or job logs: what people write is in the review's own record only.
 *
 * <p>The engine fixes its level at the first start of a database, so this is the level from the first day on.
 */
final class ReviewHistory extends AbstractHistoryLevel {

    static final String NAME = "review";

    private static final String ACTIVITY = HistoryEventTypes.ACTIVITY_INSTANCE_START.getEntityType();

    private static final Set<String> ON_THE_WAY = Set.of(
            ActivityTypes.START_EVENT,
            ActivityTypes.GATEWAY_EXCLUSIVE,
            ActivityTypes.GATEWAY_PARALLEL,
            ActivityTypes.GATEWAY_INCLUSIVE,
            ActivityTypes.GATEWAY_EVENT_BASED,
            ActivityTypes.SUB_PROCESS,
            ActivityTypes.MULTI_INSTANCE_BODY);

    /** After them the frame around them goes on. */
    private static final Set<String> ENDS_OF_FRAMES =
            Set.of(ActivityTypes.END_EVENT_NONE, ActivityTypes.END_EVENT_TERMINATE);

    @Override
    public int getId() {
        // The engine's own levels are 0 to 3; the number is stored in the database.
        return 24;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType eventType, Object entity) {
        return HistoryLevel.HISTORY_LEVEL_ACTIVITY.isHistoryEventProduced(eventType, entity)
                        && !isOnTheWay(eventType, entity)
                || eventType == HistoryEventTypes.INCIDENT_CREATE
                || eventType == HistoryEventTypes.INCIDENT_MIGRATE
                || eventType == HistoryEventTypes.INCIDENT_RESOLVE
                || eventType == HistoryEventTypes.INCIDENT_DELETE
                || eventType == HistoryEventTypes.INCIDENT_UPDATE
                || eventType == HistoryEventTypes.USER_OPERATION_LOG;
    }

    /** Beginnings, forks and frames say nothing that the steps in them do not say, and make more than half of all rows. */
    private static boolean isOnTheWay(HistoryEventType eventType, Object entity) {
        return ACTIVITY.equals(eventType.getEntityType())
                && entity instanceof ExecutionEntity execution
                && execution.getActivity() != null
                && isOnTheWay(execution.getActivity());
    }

    private static boolean isOnTheWay(ActivityImpl activity) {
        String type = typeOf(activity);
        return ON_THE_WAY.contains(type)
                || ENDS_OF_FRAMES.contains(type)
                        && activity.getFlowScope() instanceof ActivityImpl frame
                        && goesOn(frame);
    }

    /** After what an event triggers the whole process may be over, so its end says something. */
    private static boolean goesOn(ActivityImpl frame) {
        return ActivityTypes.SUB_PROCESS.equals(typeOf(frame)) && !frame.isTriggeredByEvent();
    }

    private static String typeOf(ActivityImpl activity) {
        return String.valueOf(activity.getProperty("type"));
    }
}
