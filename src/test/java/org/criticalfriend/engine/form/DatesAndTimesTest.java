package org.criticalfriend.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatesAndTimesTest {

    @Test
    void a_date_is_kept_as_a_date() {
        assertThat(date("").keeps("d", "2026-12-24")).containsEntry("d", LocalDate.of(2026, 12, 24));
        assertThat(date("").keeps("d", null)).containsEntry("d", null);
        assertThat(date("").keeps("d", "")).containsEntry("d", null);
    }

    @Test
    void a_field_without_subtype_is_a_date_as_in_the_browser() {
        assertThat(GivenForm.of("{'type': 'datetime', 'key': 'd'}").keeps("d", "2026-12-24"))
                .containsEntry("d", LocalDate.of(2026, 12, 24));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30",
                "24/12/2026",
                "2026-12-24T10:00",
                "20261224",
                "+999999999-12-31",
                "-0001-01-01",
                "tomorrow"
            })
    void what_is_no_date_is_refused(String text) {
        date("").refuses("d", text).containsExactly("Day: please give a date such as 24/12/2026");
    }

    @Test
    void a_date_that_is_no_text_is_refused() {
        for (Object value : new Object[] {20261224, true, List.of(2026, 12, 24), LocalDate.of(2026, 12, 24)}) {
            date("").refuses("d", value).containsExactly("Day: please give a date such as 24/12/2026");
        }
    }

    @Test
    void a_year_that_nobody_can_mean_is_refused() {
        date("").refuses("d", "0206-12-24").containsExactly("Day: please check the year");
        date("").refuses("d", "2620-12-24").containsExactly("Day: please check the year");
    }

    @Test
    void a_required_date_must_be_given() {
        GivenForm form = date("'validate': {'required': true}");

        assertThat(form.keeps("d", "2026-12-24")).containsEntry("d", LocalDate.of(2026, 12, 24));
        form.refuses("d", null).containsExactly("Day: please fill this in");
    }

    @Test
    void days_that_have_passed_can_be_disallowed_and_today_has_not_passed() {
        GivenForm form = date("'disallowPassedDates': true");

        assertThat(form.keeps("d", "2026-11-05")).containsEntry("d", LocalDate.of(2026, 11, 5));
        form.refuses("d", "2026-11-04").containsExactly("Day: please give today or a later date");
        assertThat(date("").keeps("d", "2026-11-04")).containsEntry("d", LocalDate.of(2026, 11, 4));
    }

    @Test
    void a_time_is_kept_as_clocks_in_school_show_it() {
        for (String text : List.of("10:30", "10:30Z", "10:30+00:00", "11:30+01:00", "05:30-05:00", "10:30:00")) {
            assertThat(time("").keeps("t", text)).containsEntry("t", LocalTime.of(10, 30));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"24:00", "10:60", "10", "10.30", "10:30 PM", "10:30+25:00", "2026-12-24T10:30"})
    void what_is_no_time_is_refused(String text) {
        time("").refuses("t", text).containsExactly("Start: please give a time such as 10:30");
    }

    @Test
    void a_time_keeps_to_the_steps_of_the_form_which_are_a_quarter_of_an_hour_otherwise() {
        assertThat(time("'timeInterval': 5").keeps("t", "10:35")).containsEntry("t", LocalTime.of(10, 35));
        time("'timeInterval': 30")
                .refuses("t", "10:35")
                .containsExactly("Start: please give a time in steps of 30 minutes");
        time("").refuses("t", "10:35").containsExactly("Start: please give a time in steps of 15 minutes");
        time("'timeInterval': 7").refuses("t", "10:35").hasSize(1);
    }

    @Test
    void a_time_that_the_form_was_opened_with_need_not_keep_to_the_steps_since_the_browser_leaves_it_alone() {
        assertThat(time("").openedWith("t", "10:37").keeps("t", "10:37")).containsEntry("t", LocalTime.of(10, 37));
    }

    @Test
    void a_date_with_time_is_kept_with_the_offset_that_holds_in_school_on_that_day() {
        OffsetDateTime winter = OffsetDateTime.parse("2026-12-25T11:15Z");
        OffsetDateTime summer = OffsetDateTime.parse("2027-06-25T11:15+01:00");

        for (String text : List.of("2026-12-25T11:15", "2026-12-25T11:15+00:00", "2026-12-25T12:15+01:00")) {
            assertThat(moment("").keeps("m", text)).containsEntry("m", winter);
        }
        for (String text : List.of("2027-06-25T11:15", "2027-06-25T10:15Z", "2027-06-25T11:15+01:00")) {
            assertThat(moment("").keeps("m", text)).containsEntry("m", summer);
        }
    }

    @Test
    void a_date_with_time_needs_both_and_keeps_the_rules_of_both() {
        moment("").refuses("m", "2026-12-25").hasSize(1);
        moment("").refuses("m", "11:15").hasSize(1);
        moment("").refuses("m", "+999999999-12-31T23:59-18:00").hasSize(1);
        moment("'disallowPassedDates': true").refuses("m", "2026-11-04T23:45").hasSize(1);
        moment("'timeInterval': 60").refuses("m", "2026-12-25T11:15").hasSize(1);
    }

    private static GivenForm date(String properties) {
        return field("'key': 'd', 'dateLabel': 'Day', 'subtype': 'date'", properties);
    }

    private static GivenForm time(String properties) {
        return field("'key': 't', 'timeLabel': 'Start', 'subtype': 'time'", properties);
    }

    private static GivenForm moment(String properties) {
        return field("'key': 'm', 'dateLabel': 'Day', 'timeLabel': 'Start', 'subtype': 'datetime'", properties);
    }

    private static GivenForm field(String field, String properties) {
        return GivenForm.of(
                "{'type': 'datetime', %s%s}".formatted(field, properties.isEmpty() ? "" : ", " + properties));
    }
}
