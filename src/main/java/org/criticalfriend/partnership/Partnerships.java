package org.criticalfriend.partnership;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.criticalfriend.reading.UntilChanged;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads and writes partnerships with their settings. */
@Repository
public class Partnerships {

    /**
     * Ids of the partnerships in which {@code :person} reviews and is reviewed: through their school, the schools where they have a
     * role, and their own roles. Trustees read the impact report, no review.
     */
    static final String WHERE_PERSON_REVIEWS =
            """
            select m.partnership from membership m where m.status <> 'LEFT' and (
                    m.school in (select own.school from person own where own.id = :person)
                    or m.school in (select own.school from person_role own where own.person = :person))
                union select own.partnership from person_role own
                    where own.person = :person and own.partnership is not null and own.role <> 'TRUSTEE'
            """;

    /** Ids of all partnerships of {@code :person}, also of those whose trustee they are. */
    static final String OF_PERSON = WHERE_PERSON_REVIEWS
            + " union select own.partnership from person_role own where own.person = :person and own.role = 'TRUSTEE'";

    private static final String SELECT =
            """
            select id, version, name, kind, led_by, publication, self_review_required, head_at_workshop, team_size,
                other_schools_at_least, follow_up_weeks, reviewer_days_per_school, workshops_per_school, days_per_person
            from partnership
            """;

    private final JdbcClient database;
    private final OwnedRows rows;
    private final UntilChanged untilChanged;

    Partnerships(JdbcClient database, OwnedRows rows, UntilChanged untilChanged) {
        this.untilChanged = untilChanged;
        this.database = database;
        this.rows = rows;
    }

    private record ById(String id) {}

    /** A partnership. */
    public Optional<Partnership> find(String id) {
        return untilChanged.get(
                new ById(id), () -> read(database.sql(SELECT + "where id = ?").param(id)).stream()
                        .findFirst());
    }

    /** How a partnership counts the weeks to the follow-up meeting. */
    public FollowUpWeeks followUpWeeksOf(String id) {
        return find(id).orElseThrow(() -> new EntryRefused("There is no partnership %s.".formatted(id)))
                .settings()
                .followUpWeeks();
    }

    /** Every partnership of this installation, by name. */
    public List<Partnership> all() {
        return read(database.sql(SELECT + "order by name, id"));
    }

    /** The partnerships in which a person takes part, through a school that is a member or by a role there, by name. */
    public List<Partnership> of(String person) {
        return read(database.sql(SELECT + "where id in (" + OF_PERSON + ") order by name, id")
                .param("person", person));
    }

    /**
     * Enters a partnership.
     *
     * @throws EntryRefused if there is one of this id, or something of it cannot be what it is
     */
    @Transactional
    public void add(Partnership partnership) {
        untilChanged.changed();
        partnership.check();
        Demand.that(
                find(partnership.id()).isEmpty(),
                "There is a partnership %s already. Please choose another id.",
                partnership.id());
        bind(
                        database.sql(
                                """
                                insert into partnership (id, version, name, kind, led_by, publication, self_review_required,
                                    head_at_workshop, team_size, other_schools_at_least, follow_up_weeks,
                                    reviewer_days_per_school, workshops_per_school, days_per_person)
                                values (:id, 0, :name, :kind, :ledBy, :publication, :selfReviewRequired,
                                    :headAtWorkshop, :teamSize, :otherSchoolsAtLeast, :followUpWeeks,
                                    :reviewerDaysPerSchool, :workshopsPerSchool, :daysPerPerson)"""),
                        partnership)
                .update();
        replaceLists(partnership);
    }

    /**
     * Changes a partnership and its settings.
     *
     * @return as it stands now
     * @throws ChangedMeanwhile if somebody else changed it since it was read
     * @throws EntryRefused if there is none of this id, or something of it cannot be what it is
     */
    @Transactional
    public Partnership change(Partnership partnership) {
        untilChanged.changed();
        partnership.check();
        int changed = bind(
                        database.sql(
                                """
                                update partnership set version = version + 1, name = :name, kind = :kind, led_by = :ledBy,
                                    publication = :publication, self_review_required = :selfReviewRequired,
                                    head_at_workshop = :headAtWorkshop, team_size = :teamSize,
                                    other_schools_at_least = :otherSchoolsAtLeast, follow_up_weeks = :followUpWeeks,
                                    reviewer_days_per_school = :reviewerDaysPerSchool,
                                    workshops_per_school = :workshopsPerSchool, days_per_person = :daysPerPerson
                                where id = :id and version = :version"""),
                        partnership)
                .param("version", partnership.version())
                .update();
        if (changed == 0) {
            Demand.that(find(partnership.id()).isPresent(), "There is no partnership %s.", partnership.id());
            throw new ChangedMeanwhile("partnership", partnership.id());
        }
        replaceLists(partnership);
        return partnership.next();
    }

    private static StatementSpec bind(StatementSpec statement, Partnership partnership) {
        PartnershipSettings settings = partnership.settings();
        return statement
                .param("id", partnership.id())
                .param("name", partnership.name())
                .param("kind", partnership.kind().name())
                .param("ledBy", settings.ledBy().name())
                .param("publication", settings.publication().name())
                .param("selfReviewRequired", settings.selfReviewRequired())
                .param("headAtWorkshop", settings.headAtWorkshop().name())
                .param("teamSize", settings.team().size().orElse(null))
                .param("otherSchoolsAtLeast", settings.team().otherSchoolsAtLeast())
                .param("followUpWeeks", settings.followUpWeeks().name())
                .param("reviewerDaysPerSchool", settings.caps().reviewerDaysPerSchool())
                .param("workshopsPerSchool", settings.caps().workshopsPerSchool())
                .param("daysPerPerson", settings.caps().daysPerPerson().orElse(null));
    }

    private void replaceLists(Partnership partnership) {
        String id = partnership.id();
        PartnershipSettings settings = partnership.settings();
        List<String> questions = settings.templates().questions();
        rows.replace(
                List.of(id),
                "delete from partnership_visit_day where partnership in (:owners)",
                "insert into partnership_visit_day (partnership, weekday) values (?, ?)",
                settings.preferredVisitDays().stream()
                        .map(day -> new Object[] {id, day.name()})
                        .toList());
        rows.replace(
                List.of(id),
                "delete from partnership_question where partnership in (:owners)",
                "insert into partnership_question (partnership, number, text) values (?, ?, ?)",
                IntStream.range(0, questions.size())
                        .mapToObj(index -> new Object[] {id, index + 1, questions.get(index)})
                        .toList());
        rows.replace(
                List.of(id),
                "delete from partnership_form where partnership in (:owners)",
                "insert into partnership_form (partnership, activity, form) values (?, ?, ?)",
                settings.templates().forms().entrySet().stream()
                        .map(form -> new Object[] {id, form.getKey(), form.getValue()})
                        .toList());
    }

    /** Four statements, however many partnerships there are. */
    private List<Partnership> read(StatementSpec select) {
        List<Partnership> plain = select.query(Partnerships::withoutLists).list();
        List<String> ids = plain.stream().map(Partnership::id).toList();
        Map<String, List<DayOfWeek>> visitDays = rows.of(
                ids,
                "select partnership, weekday from partnership_visit_day where partnership in (:owners)",
                (row, number) -> DayOfWeek.valueOf(row.getString(2)));
        Map<String, List<String>> questions = rows.of(
                ids,
                "select partnership, text from partnership_question where partnership in (:owners) order by number",
                (row, number) -> row.getString(2));
        Map<String, List<Map.Entry<String, String>>> forms = rows.of(
                ids,
                "select partnership, activity, form from partnership_form where partnership in (:owners)",
                (row, number) -> Map.entry(row.getString(2), row.getString(3)));
        return plain.stream()
                .map(partnership -> partnership.withSettings(withLists(
                        partnership.settings(),
                        visitDays.getOrDefault(partnership.id(), List.of()),
                        questions.getOrDefault(partnership.id(), List.of()),
                        forms.getOrDefault(partnership.id(), List.of()).stream()
                                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)))))
                .toList();
    }

    private static Partnership withoutLists(ResultSet row, int number) throws SQLException {
        return new Partnership(
                row.getString("id"),
                row.getInt("version"),
                row.getString("name"),
                PartnershipKind.valueOf(row.getString("kind")),
                new PartnershipSettings(
                        LedBy.valueOf(row.getString("led_by")),
                        PublicationPolicy.valueOf(row.getString("publication")),
                        row.getBoolean("self_review_required"),
                        HeadAtWorkshop.valueOf(row.getString("head_at_workshop")),
                        new TeamRule(
                                Optional.ofNullable(row.getObject("team_size", Integer.class)),
                                row.getInt("other_schools_at_least")),
                        FollowUpWeeks.valueOf(row.getString("follow_up_weeks")),
                        Set.of(),
                        new Caps(
                                row.getInt("reviewer_days_per_school"),
                                row.getInt("workshops_per_school"),
                                Optional.ofNullable(row.getObject("days_per_person", Integer.class))),
                        Templates.NONE));
    }

    private static PartnershipSettings withLists(
            PartnershipSettings plain,
            Collection<DayOfWeek> visitDays,
            List<String> questions,
            Map<String, String> forms) {
        return new PartnershipSettings(
                plain.ledBy(),
                plain.publication(),
                plain.selfReviewRequired(),
                plain.headAtWorkshop(),
                plain.team(),
                plain.followUpWeeks(),
                Weekdays.of(visitDays),
                plain.caps(),
                new Templates(questions, forms));
    }
}
