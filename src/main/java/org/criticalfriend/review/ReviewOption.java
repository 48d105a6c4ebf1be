package org.criticalfriend.review;

import java.util.UUID;
import org.springframework.data.annotation.Id;

/** A way forward that was talked about and stays an option until it is planned (G23). */
record ReviewOption(
        @Id UUID id,
        UUID review,
        int number,
        String text,
        String speaksFor,
        String speaksAgainst,
        String whoWouldHelp) {}
