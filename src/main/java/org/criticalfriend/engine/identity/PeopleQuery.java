package org.criticalfriend.engine.identity;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/** The engine's question for people, answered from {@link WhoIsWho}: only with people the asker works with. */
class PeopleQuery extends UserQueryImpl {

    private static final long serialVersionUID = 1L;

    private final transient RegisterIdentities identities;

    PeopleQuery(CommandExecutor executor, RegisterIdentities identities) {
        super(executor);
        this.identities = identities;
    }

    @Override
    public long executeCount(CommandContext context) {
        return matching().count();
    }

    @Override
    public List<User> executeList(CommandContext context, Page page) {
        return Paging.of(this, matching().map(PeopleQuery::user));
    }

    private Stream<EnginePerson> matching() {
        return identities.visiblePeople().stream()
                .filter(person -> id == null || id.equals(person.id()))
                .filter(person -> ids == null || List.of(ids).contains(person.id()))
                .filter(person -> firstName == null || firstName.equals(person.given()))
                .filter(person -> like(firstNameLike, person.given()))
                .filter(person -> lastName == null || lastName.equals(person.family()))
                .filter(person -> like(lastNameLike, person.family()))
                .filter(person -> email == null || email.equals(person.email()))
                .filter(person -> like(emailLike, person.email()))
                .filter(person ->
                        groupId == null || identities.groupsOf(person.id()).contains(groupId))
                .filter(person -> tenantId == null);
    }

    private static boolean like(String pattern, String value) {
        return pattern == null
                || Objects.requireNonNullElse(value, "")
                        .toLowerCase(Locale.ROOT)
                        .contains(pattern.replace("%", "").toLowerCase(Locale.ROOT));
    }

    private static User user(EnginePerson person) {
        UserEntity user = new UserEntity(person.id());
        user.setFirstName(person.given());
        user.setLastName(person.family());
        user.setEmail(person.email());
        return user;
    }
}
