package org.criticalfriend.review;

import java.util.UUID;
import org.springframework.data.annotation.Id;

/**
 * Something that helped, for others to try (F14).
 *
 * @param theme by which others find it; null if none was chosen
 */
record WhatWorked(@Id UUID id, UUID review, int number, String theme, String text) {}
