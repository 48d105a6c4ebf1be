package org.criticalfriend.review;

import java.util.UUID;
import org.springframework.data.annotation.Id;

/** What the host would like to show on the visit (P34). */
record Showcase(@Id UUID id, UUID review, String text) {}
