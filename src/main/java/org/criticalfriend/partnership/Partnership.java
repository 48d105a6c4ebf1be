package org.criticalfriend.partnership;

/**
 * A group of schools that review each other.
 *
 * @param id stable and readable, letters and digits
 * @param version goes up by one with each change; 0 when it is entered
 * @param name as people say it
 * @param kind what binds its schools together
 * @param settings what it decides for itself
 */
public record Partnership(String id, int version, String name, PartnershipKind kind, PartnershipSettings settings) {

    /**
     * Looks at what was entered.
     *
     * @throws EntryRefused if the id cannot be one, the name is empty or too long, or a setting cannot be what it is
     */
    public void check() {
        Demand.id("partnership", id);
        Demand.text("the name of the partnership", name, 200);
        settings.check();
    }

    /** A partnership that is not entered yet. */
    public static Partnership of(String id, String name, PartnershipKind kind, PartnershipSettings settings) {
        return new Partnership(id, 0, name, kind, settings);
    }

    /** The same partnership with other settings. */
    public Partnership withSettings(PartnershipSettings changed) {
        return new Partnership(id, version, name, kind, changed);
    }

    Partnership next() {
        return new Partnership(id, version + 1, name, kind, settings);
    }
}
