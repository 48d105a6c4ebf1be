package org.criticalfriend.engine.task;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Knows from a person's rights which tasks they may read. */
@Repository
public class ReadableTasks {

    /** The longest list that is handed to the database. */
    private static final int MOST = 10_000;

    private final JdbcClient database;

    ReadableTasks(JdbcClient database) {
        this.database = database;
    }

    private record Right(int resource, String id, int permissions) {

        boolean opensTasks() {
            return isFor(Resources.TASK) && has(Permissions.READ)
                    || isFor(Resources.PROCESS_INSTANCE) && has(Permissions.READ)
                    || isFor(Resources.PROCESS_DEFINITION)
                            && (has(Permissions.READ_TASK) || has(Permissions.READ_INSTANCE));
        }

        boolean isForOneTask() {
            return isFor(Resources.TASK) && !Authorization.ANY.equals(id);
        }

        private boolean isFor(Resources kind) {
            return resource == kind.resourceType();
        }

        private boolean has(Permissions permission) {
            return (permissions & permission.getValue()) == permission.getValue();
        }
    }

    /**
     * Ids of all tasks that a person may read; empty if they may read tasks or variables by more than rights to single tasks, as
     * administrators do, or too many to be listed.
     */
    Optional<Set<String>> of(String person, List<String> groups) {
        Set<String> ids = new HashSet<>();
        for (Right right : rightsOf(person, groups)) {
            if (right.opensTasks()) {
                if (!right.isForOneTask() || ids.size() == MOST) {
                    return Optional.empty();
                }
                ids.add(right.id());
            }
        }
        return Optional.of(ids);
    }

    private List<Right> rightsOf(String person, List<String> groups) {
        // A list without elements is no SQL.
        List<String> some = new ArrayList<>(groups);
        some.add("");
        return database.sql(
                        """
                        select resource_type_, resource_id_, perms_ from act_ru_authorization
                        where type_ in (:global, :grant) and resource_type_ in (:task, :instance, :definition)
                            and (user_id_ in (:person, :anybody) or group_id_ in (:groups))""")
                .param("global", Authorization.AUTH_TYPE_GLOBAL)
                .param("grant", Authorization.AUTH_TYPE_GRANT)
                .param("task", Resources.TASK.resourceType())
                .param("instance", Resources.PROCESS_INSTANCE.resourceType())
                .param("definition", Resources.PROCESS_DEFINITION.resourceType())
                .param("person", person)
                .param("anybody", Authorization.ANY)
                .param("groups", some)
                .query((row, number) -> new Right(row.getInt(1), row.getString(2), row.getInt(3)))
                .list();
    }
}
