package org.criticalfriend.partnership;

/**
 * A person and their profile as they were read together. Profiles are changed by way of it only, so that none is written over one
 * that somebody else changed meanwhile; hence nobody but {@link People} makes one.
 */
public final class PersonEntry {

    private final Person person;
    private final Profile profile;

    PersonEntry(Person person, Profile profile) {
        this.person = person;
        this.profile = profile;
    }

    /** Who it is. */
    public Person person() {
        return person;
    }

    /** What planning has to know of them. */
    public Profile profile() {
        return profile;
    }

    /**
     * The same entry with what was changed of the person.
     *
     * @throws ChangedMeanwhile if that is another state of the person than the one that was read with the profile
     * @throws EntryRefused if it is somebody else
     */
    public PersonEntry with(Person changed) {
        Demand.that(
                changed.id().equals(person.id()),
                "The id %s cannot be changed to %s. Please enter a new person.",
                person.id(),
                changed.id());
        if (changed.version() != person.version()) {
            throw new ChangedMeanwhile("person", person.id());
        }
        return new PersonEntry(changed, profile);
    }

    /** The same entry with another profile. */
    public PersonEntry with(Profile changed) {
        return new PersonEntry(person, changed);
    }
}
