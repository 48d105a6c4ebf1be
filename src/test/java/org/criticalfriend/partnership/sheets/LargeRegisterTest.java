package org.criticalfriend.partnership.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.criticalfriend.partnership.sheets.RegisterOf.together;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Schools;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.CountedStatements;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A register of a large trust comes with one file, in few statements. */
@ApplicationTest
class LargeRegisterTest {

    private static final int SCHOOLS = 200;
    private static final int PEOPLE = 2_000;

    /** However large the file is. */
    private static final int STATEMENTS = 70;

    private static final int ROWS_TO_A_STATEMENT = 500;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    RegisterSheets sheets;

    @Autowired
    Schools schools;

    @Autowired
    People people;

    private Made made;

    @Test
    void twoHundredSchoolsAndTwoThousandPeopleComeAndChangeInFewStatements() {
        made = partnerships.make();
        Given file = file("Teacher", 300);
        int rows = file.tables().values().stream()
                .mapToInt(table -> table.rows().size())
                .sum();
        assertThat(rows).isGreaterThan(8_000);

        takesAtMost(STATEMENTS + rows / ROWS_TO_A_STATEMENT, file);
        assertThat(schools.of(made.id())).hasSize(SCHOOLS + 4);
        assertThat(people.ofPartnership(made.id())).hasSize(PEOPLE + 12);

        takesAtMost(STATEMENTS + rows / ROWS_TO_A_STATEMENT, file("Senior teacher", 301));
        assertThat(people.find(made.id() + "p7").orElseThrow().post()).isEqualTo("Senior teacher");
        assertThat(schools.find(made.id() + "s7").orElseThrow().roll()).isEqualTo(301);

        Content content = sheets.content(made.id(), made.lead());
        Preview again = sheets.preview(made.id(), Workbook.read(Workbook.write(content::shown)), made.lead());
        assertThat(again.faults()).isEmpty();
        assertThat(again.changes()).isEmpty();
    }

    private void takesAtMost(int most, Given file) {
        Preview preview = sheets.preview(made.id(), file, made.lead());
        assertThat(preview.faults()).isEmpty();
        int took = CountedStatements.during(() -> assertThat(sheets.apply(made.id(), file, made.lead(), preview.state())
                        .faults())
                .isEmpty());
        assertThat(took).as("statements").isLessThanOrEqualTo(most);
    }

    private Given file(String post, int pupils) {
        return together(
                csv(
                        Sheet.SCHOOLS,
                        SCHOOLS,
                        "Id,Name,Status,Phase,Pupils,Calendar,Address,Phone,Subject leaders,Staff meeting,Day rate",
                        one ->
                                "%1$ss%2$d,School %2$d,In cycle,Primary,%3$d,%1$s,Lane %2$d,01632 960000,English: %1$sp%2$d,%4$s,%3$d"
                                        .formatted(made.id(), one, pupils, pupils % 2 == 0 ? "Monday" : "Tuesday")),
                csv(
                        Sheet.PEOPLE,
                        PEOPLE,
                        "Id,Given name,Family name,Post,School,Subjects,Asks to go along",
                        one -> "%1$sp%2$d,Given,Family %2$d,%4$s,%1$ss%3$d,English; Art,%5$s"
                                .formatted(made.id(), one, one % SCHOOLS, post, pupils % 2 == 0 ? "Yes" : "")),
                csv(Sheet.ROLES, PEOPLE, "Person,Role,At", one -> "%1$sp%2$d,%4$s,%1$ss%3$d"
                        .formatted(made.id(), one, one % SCHOOLS, one < SCHOOLS ? "Head" : "Teacher")),
                csv(
                        Sheet.TRAINING,
                        PEOPLE,
                        "Person,Trained as,Trained on,Trained by",
                        one -> "%1$sp%2$d,Peer reviewer,2026-0%3$d-01,%1$sp0"
                                .formatted(made.id(), one, 1 + pupils % 7)),
                csv(
                        Sheet.WORKING_DAYS,
                        PEOPLE,
                        "Person,Monday,Tuesday,Wednesday,Thursday,Friday",
                        one -> "%sp%d,Yes,Yes,Yes,Yes,%s".formatted(made.id(), one, pupils % 2 == 0 ? "" : "Yes")),
                csv(
                        Sheet.DAYS,
                        SCHOOLS,
                        "Calendar,School,Day,What,Why",
                        one -> ",%ss%d,2026-11-%02d,INSET day,INSET day".formatted(made.id(), one, 2 + pupils % 5)),
                csv(
                        Sheet.TERMS,
                        SCHOOLS,
                        "Calendar,School,School year,Term 1 first day,Term 1 last day",
                        one -> ",%ss%d,2026/27,2026-09-03,2026-12-%02d".formatted(made.id(), one, 1 + pupils % 9)),
                csv(
                        Sheet.BLACKOUTS,
                        SCHOOLS,
                        "Calendar,School,First day,Last day,Why,Phase",
                        one -> ",%ss%d,2026-11-10,2026-11-%02d,Mocks,".formatted(made.id(), one, 11 + pupils % 9)));
    }

    private static Given csv(Sheet sheet, int rows, String titles, IntFunction<String> row) {
        List<String> lines = new ArrayList<>();
        lines.add(titles);
        IntStream.range(0, rows).mapToObj(row).forEach(lines::add);
        return RegisterOf.csv(sheet, lines.toArray(String[]::new));
    }
}
