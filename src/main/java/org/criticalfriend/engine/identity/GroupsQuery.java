package org.criticalfriend.engine.identity;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;

/** The engine's question for groups, answered from {@link WhoIsWho}. */
class GroupsQuery extends GroupQueryImpl {

    private static final long serialVersionUID = 1L;

    private final transient RegisterIdentities identities;

    GroupsQuery(CommandExecutor executor, RegisterIdentities identities) {
        super(executor);
        this.identities = identities;
    }

    @Override
    public long executeCount(CommandContext context) {
        return matching().count();
    }

    @Override
    public List<Group> executeList(CommandContext context, Page page) {
        return Paging.of(this, matching().map(GroupsQuery::group));
    }

    private Stream<String> matching() {
        Set<String> ofUser = userId == null ? Set.of() : identities.visibleGroupsOf(userId);
        return Groups.ALL.stream()
                .filter(group -> id == null || id.equals(group))
                .filter(group -> ids == null || List.of(ids).contains(group))
                .filter(group -> name == null || name.equals(group))
                .filter(group -> nameLike == null || group.contains(nameLike.replace("%", "")))
                .filter(group -> userId == null || ofUser.contains(group))
                .filter(group -> tenantId == null);
    }

    static Group group(String id) {
        GroupEntity group = new GroupEntity(id);
        group.setName(id);
        group.setType("WORKFLOW");
        return group;
    }
}
