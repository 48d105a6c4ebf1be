package org.criticalfriend.duty;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.springframework.stereotype.Component;

/** Given and family names of people, for messages. */
@Component
class Names {

    private final People people;

    Names(People people) {
        this.people = people;
    }

    /** The name of one person; their id if they are not registered. */
    String of(String person) {
        return of(List.of(person)).get(person);
    }

    /** The names of several people by id; for who is not registered the id. One statement. */
    Map<String, String> of(Collection<String> ids) {
        Map<String, Person> found = people.find(ids);
        return ids.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> found.containsKey(id) ? found.get(id).name() : id));
    }
}
