package org.criticalfriend.engine.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/**
 * People and groups for the engine, read from {@link WhoIsWho} and never written: the Admin application cannot create users,
 * and the engine's set-up endpoint, which would make anybody an administrator, refuses by itself.
 */
public class RegisterIdentities implements ReadOnlyIdentityProvider, SessionFactory {

    private final WhoIsWho register;

    /** @param register who knows the people */
    public RegisterIdentities(WhoIsWho register) {
        this.register = register;
    }

    /** People that the asker of the command under way works with; everybody for an administrator and for the engine itself. */
    List<EnginePerson> visiblePeople() {
        Authentication asker = Context.getCommandContext().getAuthentication();
        boolean all = asker == null
                || asker.getUserId() == null
                || groupsOf(asker.getUserId()).contains(Groups.ADMINISTRATORS);
        return all ? register.everybody() : register.peopleKnownTo(asker.getUserId());
    }

    Set<String> groupsOf(String person) {
        return register.groupsOf(person);
    }

    /** The groups of a person whom the asker works with; none for others. */
    Set<String> visibleGroupsOf(String person) {
        boolean visible = visiblePeople().stream().map(EnginePerson::id).anyMatch(person::equals);
        return visible ? groupsOf(person) : Set.of();
    }

    @Override
    public Class<?> getSessionType() {
        return ReadOnlyIdentityProvider.class;
    }

    @Override
    public Session openSession() {
        return this;
    }

    @Override
    public User findUserById(String userId) {
        return createUserQuery(Context.getCommandContext()).userId(userId).singleResult();
    }

    @Override
    public UserQuery createUserQuery() {
        return new PeopleQuery(executor(), this);
    }

    @Override
    public UserQuery createUserQuery(CommandContext commandContext) {
        return new PeopleQuery(null, this);
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("People are not in the engine's tables. Ask by id, name or group.");
    }

    @Override
    public boolean checkPassword(String userId, String password) {
        return userId != null && password != null && register.passwordMatches(userId, password);
    }

    @Override
    public Group findGroupById(String groupId) {
        return Optional.ofNullable(groupId)
                .filter(Groups.ALL::contains)
                .map(GroupsQuery::group)
                .orElse(null);
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new GroupsQuery(executor(), this);
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext commandContext) {
        return new GroupsQuery(null, this);
    }

    @Override
    public Tenant findTenantById(String tenantId) {
        return null;
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new NoTenantsQuery(executor());
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext commandContext) {
        return new NoTenantsQuery(null);
    }

    private static CommandExecutor executor() {
        return Context.getProcessEngineConfiguration().getCommandExecutorTxRequired();
    }

    @Override
    public void flush() {
        // Nothing is ever written.
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
