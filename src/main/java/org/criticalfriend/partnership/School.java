package org.criticalfriend.partnership;

import java.math.BigDecimal;

/**
 * A school.
 *
 * @param id stable and readable, letters only
 * @param name as people say it
 * @param phase such as {@code PRIMARY}
 * @param formsOfEntry classes per year group; null where it does not apply
 * @param roll number of pupils
 * @param calendar id of the calendar whose terms it keeps
 * @param address where visitors go
 * @param phone of reception
 * @param note what a planner should know; may be null
 */
public record School(
        String id,
        String name,
        String phase,
        BigDecimal formsOfEntry,
        int roll,
        String calendar,
        String address,
        String phone,
        String note) {

    /** The name as part of a review's reference: {@code mill-lane}, {@code st-annes}. */
    public String slug() {
        return name.toLowerCase(java.util.Locale.ROOT).replaceAll("['’]", "").replaceAll("[^a-z0-9]+", "-");
    }
}
