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
import java.util.stream.Collectors;
import org.criticalfriend.calendar.Blackout;
import org.criticalfriend.calendar.Country;
import org.criticalfriend.calendar.Term;
import org.criticalfriend.engine.StartRefused;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.Role;
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

    record PartnershipRow(
            String id, String name, String kind, String leads, String publication, String lead, String deputyLead) {}

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

    /**
     * A school.
     *
     * @param terms of its own, if it does not keep those of the calendar
     * @param saturdays on which it teaches
     */
    record SchoolRow(
            String id,
            String name,
            String phase,
            BigDecimal formsOfEntry,
            int roll,
            String status,
            int cyclesDone,
            List<String> affiliations,
            String address,
            String phone,
            String note,
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
    }

    record PersonRow(
            String id,
            String given,
            String family,
            String email,
            String school,
            String post,
            List<Role> roles,
            List<Duty> trained,
            List<String> signIns) {}

    /**
     * A review.
     *
     * @param visit pupil days from the latest pupil day; negative for the past
     * @param visitDaysAgo calendar days before the latest pupil day, instead of {@code visit}
     * @param until the step at which it stands; {@code END} if it was followed up
     * @param openFor who has not answered yet, at a step that several people do
     * @param answers what people typed, by step; at a step that several people do, by person
     */
    record ReviewRow(
            String host,
            Integer visit,
            Integer visitDaysAgo,
            String focus,
            String until,
            List<String> openFor,
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

    /** @param place file and row, with the reason */
    static StartRefused broken(String place, Exception cause) {
        return new StartRefused(
                "The sample cannot be loaded. " + place,
                "Mend the row, or start without the sample (CRITICAL_FRIEND_SAMPLE=false). Nothing of it was kept.",
                cause);
    }
}
