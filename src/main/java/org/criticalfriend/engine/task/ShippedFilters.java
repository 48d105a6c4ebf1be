package org.criticalfriend.engine.task;

import static org.criticalfriend.engine.identity.Groups.PARTICIPANTS;
import static org.criticalfriend.engine.identity.Groups.PARTNERSHIP_LEADS;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The filters of Tasklist, as code: made or brought up to date at each start, found by their name. */
@Component
class ShippedFilters {

    private final FilterService filters;
    private final TaskService tasks;
    private final Grants grants;

    ShippedFilters(FilterService filters, TaskService tasks, AuthorizationService authorizations) {
        this.filters = filters;
        this.tasks = tasks;
        this.grants = new Grants(authorizations);
    }

    void bringUpToDate() {
        ship("My tasks", "What is asked of you, the earliest first", 10, PARTICIPANTS, mine());
        ship("Late", "What should have been done by now", 20, PARTICIPANTS, mine().dueBeforeExpression("${now()}"));
        ship(
                "This week",
                "What is asked of you in the next seven days",
                30,
                PARTICIPANTS,
                mine().dueBeforeExpression("${dateTime().plusDays(7)}"));
        ship(
                "My partnership",
                "What the partnership's people have on their lists",
                40,
                PARTNERSHIP_LEADS,
                notMine().orderByDueDate().asc());
    }

    private TaskQuery mine() {
        return tasks.createTaskQuery()
                .taskAssigneeExpression("${currentUser()}")
                .orderByDueDate()
                .asc();
    }

    /** The engine's query has no method that takes an expression here. */
    private TaskQuery notMine() {
        TaskQueryImpl query = (TaskQueryImpl) tasks.createTaskQuery();
        query.addExpression("taskAssigneeNotIn", "${currentUser().split(' ')}");
        return query;
    }

    private void ship(String name, String description, int priority, String group, TaskQuery query) {
        Filter filter = filters.createTaskFilterQuery().filterName(name).list().stream()
                .findFirst()
                .orElseGet(() -> filters.newTaskFilter(name));
        Map<String, Object> properties = new HashMap<>();
        properties.put("description", description);
        properties.put("priority", priority);
        properties.put("color", "#1f5f5b");
        // A list that refreshes itself would keep a forgotten session alive for ever.
        properties.put("refresh", false);
        properties.put("showUndefinedVariable", false);
        properties.put(
                "variables",
                List.of(
                        Map.of("name", "school", "label", "School"),
                        Map.of("name", "visitDate", "label", "Visit"),
                        Map.of("name", "partnership", "label", "Partnership"),
                        Map.of("name", "schoolYear", "label", "Year")));
        Filter saved = filters.saveFilter(filter.setProperties(properties).setQuery(query));
        grants.give(group, Resources.FILTER, saved.getId(), Permissions.READ);
    }
}
