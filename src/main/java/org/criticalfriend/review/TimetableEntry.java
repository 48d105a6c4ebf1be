package org.criticalfriend.review;

import java.util.UUID;
import org.springframework.data.annotation.Id;

/** A line of the draft timetable (P14): free words, not a calendar. */
record TimetableEntry(@Id UUID id, UUID review, int number, String time, String what) {}
