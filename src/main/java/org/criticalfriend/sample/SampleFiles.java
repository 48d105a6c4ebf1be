package org.criticalfriend.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.criticalfriend.calendar.Blackout;
import org.criticalfriend.calendar.Country;
import org.criticalfriend.calendar.Term;
import org.criticalfriend.engine.StartRefused;
import org.criticalfriend.partnership.AgeRange;
import org.criticalfriend.partnership.Caps;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.FollowUpWeeks;
import org.criticalfriend.partnership.HeadAtWorkshop;
import org.criticalfriend.partnership.LedBy;
import org.criticalfriend.partnership.MembershipStatus;
import org.criticalfriend.partnership.Partnership;
import org.criticalfriend.partnership.PartnershipKind;
import org.criticalfriend.partnership.PartnershipSettings;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Phase;
import org.criticalfriend.partnership.Profile;
import org.criticalfriend.partnership.PublicationPolicy;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.partnership.School;
import org.criticalfriend.partnership.SchoolLimits;
import org.criticalfriend.partnership.TeamRule;
import org.criticalfriend.partnership.Templates;
import org.criticalfriend.partnership.Training;
import org.criticalfriend.partnership.VisitingFacts;
import org.springframework.core.io.ResourceLoader;

/** The files of a sample partnership. */
final class SampleFiles {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final ResourceLoader resources;
    private final String folder;

    /** @param folder where the files are, such as {@code classpath:sample/priory} */
    SampleFiles(ResourceLoader resources, String folder) {
        this.resources = resources;
        this.folder = folder;
    }

    record Schools(PartnershipRow partnership, CalendarRow calendar, List<SchoolRow> schools) {}

    /**
     * A partnership; settings that are not given are the defaults.
     *
     * @param lead id of the partnership lead
     * @param deputyLead id of whoever acts for the lead
     * @param questions texts of its own question templates
     * @param forms its own forms, by activity
     */
    record PartnershipRow(
            String id,
            String name,
            PartnershipKind kind,
            LedBy leads,
            PublicationPolicy publication,
            String lead,
            String deputyLead,
            Boolean selfReviewRequired,
            HeadAtWorkshop headAtWorkshop,
            Integer teamSize,
            Integer otherSchoolsAtLeast,
            FollowUpWeeks followUpWeeks,
            Set<DayOfWeek> visitDays,
            Integer reviewerDaysPerSchool,
            Integer workshopsPerSchool,
            Integer daysPerPerson,
            List<String> questions,
            Map<String, String> forms) {

        Partnership partnership() {
            PartnershipSettings usual = PartnershipSettings.of(leads, publication);
            return Partnership.of(
                    id,
                    name,
                    kind,
                    new PartnershipSettings(
                            leads,
                            publication,
                            given(selfReviewRequired, usual.selfReviewRequired()),
                            given(headAtWorkshop, usual.headAtWorkshop()),
                            new TeamRule(
                                    Optional.ofNullable(teamSize),
                                    given(otherSchoolsAtLeast, usual.team().otherSchoolsAtLeast())),
                            given(followUpWeeks, usual.followUpWeeks()),
                            given(visitDays, usual.preferredVisitDays()),
                            new Caps(
                                    given(reviewerDaysPerSchool, usual.caps().reviewerDaysPerSchool()),
                                    given(workshopsPerSchool, usual.caps().workshopsPerSchool()),
                                    Optional.ofNullable(daysPerPerson)),
                            new Templates(given(questions, List.of()), given(forms, Map.of()))));
        }
    }

    record CalendarRow(String id, String name, Country country, List<TermRow> terms, List<BlackoutRow> blackouts) {}

    record TermRow(LocalDate from, LocalDate to) {
        Term shifted(int weeks) {
            return new Term(from.plusWeeks(weeks), to.plusWeeks(weeks));
        }
    }

    record BlackoutRow(LocalDate from, LocalDate to, String name, String phase) {
        Blackout shifted(int weeks) {
            return new Blackout(from.plusWeeks(weeks), to.plusWeeks(weeks), name, Optional.ofNullable(phase));
        }
    }

    /** What a school says once for all visits; texts may be absent. */
    record VisitorsRow(String parking, String reception, String lunch, Boolean photoId, DbsRow dbsConfirmed) {

        VisitingFacts facts(String school) {
            return new VisitingFacts(
                    school,
                    0,
                    Optional.ofNullable(parking),
                    Optional.ofNullable(reception),
                    Optional.empty(),
                    Optional.ofNullable(lunch),
                    Optional.ofNullable(photoId));
        }
    }

    /** Whose DBS checks an employer has confirmed, and when. */
    record DbsRow(LocalDate on, List<String> people) {}

    /**
     * A school; what is not given is not known or has no limit.
     *
     * @param trust name of the trust to which it belongs
     * @param subjectLeaders ids of people, by subject
     * @param approver id of whoever outside the school agrees to its duties
     * @param terms of its own, if it does not keep those of the calendar
     * @param saturdays on which it teaches
     */
    record SchoolRow(
            String id,
            String name,
            Phase phase,
            AgeRange ages,
            String trust,
            BigDecimal formsOfEntry,
            int roll,
            MembershipStatus status,
            int cyclesDone,
            List<String> affiliations,
            Map<String, String> subjectLeaders,
            Integer disadvantageBand,
            Integer mostPeopleOutADay,
            Integer mostDaysOutAYear,
            Boolean hostsExternals,
            String approver,
            String address,
            String phone,
            String note,
            VisitorsRow visitors,
            DayOfWeek staffMeeting,
            List<LocalDate> inset,
            List<TermRow> terms,
            List<LocalDate> saturdays,
            List<BlackoutRow> blackouts) {

        SchoolRow {
            terms = terms == null ? List.of() : terms;
            saturdays = saturdays == null ? List.of() : saturdays;
            blackouts = blackouts == null ? List.of() : blackouts;
        }

        /** Without those whom it names: they can be entered only when the school is there. */
        School schoolWithoutPeople(String calendar) {
            return new School(
                    id,
                    0,
                    name,
                    phase,
                    Optional.ofNullable(ages),
                    Optional.ofNullable(trust),
                    Optional.ofNullable(formsOfEntry),
                    roll,
                    calendar,
                    address,
                    phone,
                    Optional.ofNullable(note).map(String::strip),
                    Set.copyOf(given(affiliations, List.of())),
                    Map.of(),
                    Optional.ofNullable(disadvantageBand),
                    limits(Optional.empty()));
        }

        /** The same school with those whom it names. */
        School withPeople(School school) {
            return school.withSubjectLeaders(given(subjectLeaders, Map.of()))
                    .withLimits(limits(Optional.ofNullable(approver)));
        }

        private SchoolLimits limits(Optional<String> approvedBy) {
            return new SchoolLimits(
                    Optional.ofNullable(mostPeopleOutADay),
                    Optional.ofNullable(mostDaysOutAYear),
                    given(hostsExternals, true),
                    approvedBy);
        }
    }

    /**
     * A person.
     *
     * @param phase the age range they know best; not given: any
     * @param leadershipArea what they lead in their school
     * @param workingDays not given: Monday to Friday
     * @param trained for what
     * @param trainedOn when, for all of it; not given: since always
     * @param trainedBy id of whoever trained them
     * @param trainedUntil last day on which it counts; not given: without end
     * @param signIns further names by which they sign in
     */
    record PersonRow(
            String id,
            String given,
            String family,
            String email,
            String phone,
            String school,
            String post,
            Phase phase,
            String leadershipArea,
            Set<String> subjects,
            Set<DayOfWeek> workingDays,
            List<Role> roles,
            List<Duty> trained,
            LocalDate trainedOn,
            String trainedBy,
            LocalDate trainedUntil,
            List<String> signIns) {

        Person person() {
            return new Person(
                    id,
                    0,
                    given,
                    family,
                    email,
                    Optional.ofNullable(phone),
                    post,
                    Optional.ofNullable(school),
                    Optional.empty());
        }

        /** @param weeks by which the days of the file are moved */
        Profile profile(int weeks) {
            return new Profile(
                    Optional.ofNullable(phase),
                    Optional.ofNullable(leadershipArea),
                    SampleFiles.given(subjects, Set.of()),
                    SampleFiles.given(workingDays, Profile.DEFAULT.workingDays()),
                    trained.stream()
                            .map(duty -> new Training(
                                    duty,
                                    Optional.ofNullable(trainedOn).map(day -> day.plusWeeks(weeks)),
                                    Optional.ofNullable(trainedBy),
                                    Optional.ofNullable(trainedUntil).map(day -> day.plusWeeks(weeks))))
                            .collect(Collectors.toSet()));
        }
    }

    /**
     * A review.
     *
     * @param visit pupil days from the latest pupil day; negative for the past
     * @param visitDaysAgo calendar days before the latest pupil day, instead of {@code visit}
     * @param open the steps that nobody has done yet
     * @param openFor who has not done them yet, where an open step is done by several people
     * @param withdraws who cannot come, said two hours ago; null if nobody
     * @param answers what people typed, by step; at a step that several people do, by person
     */
    record ReviewRow(
            String host,
            Integer visit,
            Integer visitDaysAgo,
            String focus,
            List<String> open,
            List<String> openFor,
            String withdraws,
            Map<Duty, List<String>> seats,
            Map<String, Map<String, Object>> answers) {}

    Schools schools() {
        return read("schools.yaml", new TypeReference<>() {});
    }

    List<PersonRow> people() {
        return read("people.yaml", new TypeReference<>() {});
    }

    List<ReviewRow> reviews() {
        return read("reviews.yaml", new TypeReference<>() {});
    }

    private static <T> T given(T inTheRow, T otherwise) {
        return inTheRow == null ? otherwise : inTheRow;
    }

    private <T> T read(String name, TypeReference<T> type) {
        try (InputStream file = resources.getResource(folder + "/" + name).getInputStream()) {
            return YAML.readValue(file, type);
        } catch (JsonMappingException e) {
            throw broken("%s, %s: %s".formatted(name, place(e), reason(e)), e);
        } catch (JsonProcessingException e) {
            throw broken("%s, line %d: %s".formatted(name, e.getLocation().getLineNr(), e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw broken("%s cannot be read: %s".formatted(name, e.getMessage()), e);
        }
    }

    /** Row and field, as people count: {@code row 3, field roll}. */
    private static String place(JsonMappingException e) {
        return e.getPath().stream()
                .map(step ->
                        step.getFieldName() == null ? "row " + (step.getIndex() + 1) : "field " + step.getFieldName())
                .collect(Collectors.joining(", "));
    }

    private static String reason(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException) {
            return "there is no such field.";
        }
        if (e instanceof InvalidFormatException wrong) {
            return "\"%s\" does not fit here.".formatted(wrong.getValue());
        }
        return e instanceof MismatchedInputException ? "what stands here does not fit." : e.getOriginalMessage();
    }

    /** Does something with a row; what goes wrong is said with file and row. */
    static void inRow(String file, String row, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            throw broken("%s, row %s: %s".formatted(file, row, e.getMessage()), e);
        }
    }

    /** @param place file and row, with the reason */
    static StartRefused broken(String place, Exception cause) {
        return new StartRefused(
                "The sample cannot be loaded. " + place,
                "Mend the row, or start without the sample (CRITICAL_FRIEND_SAMPLE=false). Nothing of it was kept.",
                cause);
    }
}
