package org.criticalfriend.engine;

import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;

/**
 * What the engine remembers: which steps were taken when, incidents, and which person did what. Never variables, form
 * properties, decisions, identity links or job logs: what people write is in the review's own record only.
 *
 * <p>The engine fixes its level at the first start of a database, so this is the level from the first day on.
 */
final class ReviewHistory extends AbstractHistoryLevel {

    static final String NAME = "review";

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
                || eventType == HistoryEventTypes.INCIDENT_CREATE
                || eventType == HistoryEventTypes.INCIDENT_MIGRATE
                || eventType == HistoryEventTypes.INCIDENT_RESOLVE
                || eventType == HistoryEventTypes.INCIDENT_DELETE
                || eventType == HistoryEventTypes.INCIDENT_UPDATE
                || eventType == HistoryEventTypes.USER_OPERATION_LOG;
    }
}
