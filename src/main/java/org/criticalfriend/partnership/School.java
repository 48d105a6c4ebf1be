package org.criticalfriend.partnership;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A school.
 *
 * @param id stable and readable, letters and digits
 * @param version goes up by one with each change; 0 when it is entered
 * @param name as people say it
 * @param phase the kind of school by the age of its children
 * @param ages whom it teaches; absent if not known (G1)
 * @param trust name of the trust to which it belongs; absent: to none (P7, F24)
 * @param formsOfEntry classes per year group, such as 1.5 (P2); absent where it does not apply
 * @param roll number of pupils
 * @param calendar id of the calendar whose terms it keeps
 * @param address where visitors go
 * @param phone of reception
 * @param note what a planner should know
 * @param affiliations other groups it works in, such as a teaching school alliance or a diocese (P3)
 * @param subjectLeaders who leads a subject, by subject: ids of people of the school. Whoever has left leads none
 * @param disadvantageBand 1 (lowest) to 5 (highest) share of disadvantaged pupils (F25); absent if not known
 * @param limits what it can give at most
 */
public record School(
        String id,
        int version,
        String name,
        Phase phase,
        Optional<AgeRange> ages,
        Optional<String> trust,
        Optional<BigDecimal> formsOfEntry,
        int roll,
        String calendar,
        String address,
        String phone,
        Optional<String> note,
        Set<String> affiliations,
        Map<String, String> subjectLeaders,
        Optional<Integer> disadvantageBand,
        SchoolLimits limits) {

    private static final BigDecimal MOST_FORMS = new BigDecimal("99.5");

    /** Copies that cannot be changed, and forms of entry to one decimal. */
    public School {
        affiliations = Set.copyOf(affiliations);
        subjectLeaders = Map.copyOf(subjectLeaders);
        formsOfEntry = formsOfEntry.map(
                forms -> forms.setScale(Math.max(1, forms.stripTrailingZeros().scale())));
    }

    /**
     * Looks at what was entered.
     *
     * @throws EntryRefused if something is missing, too long or out of its range
     */
    public void check() {
        ages.ifPresent(AgeRange::check);
        limits.check();
        Demand.id("school", id);
        Demand.text("the name of the school", name, 200);
        Demand.text("the name of the trust", trust, 200);
        Demand.that(roll > 0, "%s cannot have %d pupils. Please enter a roll of 1 or more.", name, roll);
        for (BigDecimal forms : formsOfEntry.stream().toList()) {
            Demand.that(
                    forms.signum() >= 0 && forms.compareTo(MOST_FORMS) <= 0 && forms.scale() == 1,
                    "%s cannot have %s forms of entry. Please enter a number such as 2 or 1.5, or leave it empty.",
                    name,
                    forms.stripTrailingZeros().toPlainString());
        }
        Demand.text("the address of the school", address, 400);
        Demand.text("the phone number of the school", phone, 40);
        Demand.text("the note", note, 400);
        Demand.texts("the affiliation", affiliations, 100);
        Demand.texts("the subject", subjectLeaders.keySet(), 100);
        for (int band : disadvantageBand.stream().toList()) {
            Demand.that(
                    band >= 1 && band <= 5,
                    "There is no disadvantage band %d. Please enter 1 (lowest) to 5 (highest), or leave it empty.",
                    band);
        }
    }

    /** A school that is not entered yet, with what every school has. */
    public static School of(
            String id, String name, Phase phase, int roll, String calendar, String address, String phone) {
        return new School(
                id,
                0,
                name,
                phase,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                roll,
                calendar,
                address,
                phone,
                Optional.empty(),
                Set.of(),
                Map.of(),
                Optional.empty(),
                SchoolLimits.NONE);
    }

    /** The name as part of a review's reference: {@code mill-lane}, {@code st-annes}. */
    public String slug() {
        return name.toLowerCase(Locale.ROOT).replaceAll("['’]", "").replaceAll("[^a-z0-9]+", "-");
    }

    /** The same school, working in these groups. */
    public School withAffiliations(Collection<String> changed) {
        return with(version, Set.copyOf(changed), subjectLeaders, limits);
    }

    /** The same school with other subject leaders: ids of people by subject. */
    public School withSubjectLeaders(Map<String, String> changed) {
        return with(version, affiliations, changed, limits);
    }

    /** The same school with other limits. */
    public School withLimits(SchoolLimits changed) {
        return with(version, affiliations, subjectLeaders, changed);
    }

    /** The same school, keeping another calendar. */
    public School keeping(String changed) {
        return with(version, changed, affiliations, subjectLeaders, limits);
    }

    /** The same school, as it was read in another version. */
    public School asOf(int read) {
        return with(read, affiliations, subjectLeaders, limits);
    }

    School next() {
        return with(version + 1, affiliations, subjectLeaders, limits);
    }

    private School with(int number, Set<String> groups, Map<String, String> leaders, SchoolLimits most) {
        return with(number, calendar, groups, leaders, most);
    }

    private School with(int number, String kept, Set<String> groups, Map<String, String> leaders, SchoolLimits most) {
        return new School(
                id,
                number,
                name,
                phase,
                ages,
                trust,
                formsOfEntry,
                roll,
                kept,
                address,
                phone,
                note,
                groups,
                leaders,
                disadvantageBand,
                most);
    }
}
