package org.criticalfriend.review;

import java.time.LocalTime;
import java.util.UUID;
import org.criticalfriend.duty.AppointmentKind;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * When and where an appointment is, if otherwise than usual.
 *
 * @param version for optimistic locking; null before it is first saved
 * @param starts clock time in school
 * @param ends clock time in school, after it starts
 * @param place where people go; null if there is only a link
 * @param link where people meet from afar; null if there is only a place
 */
record Arrangement(
        @Id UUID id,
        @Version Integer version,
        UUID review,
        AppointmentKind kind,
        LocalTime starts,
        LocalTime ends,
        String place,
        String link) {}
