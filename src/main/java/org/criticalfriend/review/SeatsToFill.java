package org.criticalfriend.review;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.criticalfriend.partnership.Duty;

/** Knows for which seats of reviews somebody is looked for at present. */
public interface SeatsToFill {

    /**
     * The duties of those seats, by review; reviews without one are left out. One statement, however many reviews.
     *
     * @param reviews keys of reviews
     */
    Map<UUID, List<Duty>> of(Collection<UUID> reviews);
}
