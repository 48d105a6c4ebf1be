package org.criticalfriend.review;

import java.util.UUID;
import org.springframework.data.annotation.Id;

/**
 * What the host has noted on a question beforehand (G14).
 *
 * @param asked the question in its own words, so that the note outlasts a set that is issued anew
 */
record QuestionNote(@Id UUID id, UUID review, String asked, String note) {}
