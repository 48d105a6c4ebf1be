package org.criticalfriend.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A mail as it lies in a file, taken apart again.
 *
 * @param subject its subject
 * @param text its text, without markup
 * @param html the same as a page
 * @param files names of what hangs on it
 */
record ReadMail(String subject, String text, String html, List<String> files) {

    static ReadMail of(MimeMessage mail) throws MessagingException, IOException {
        Parts parts = new Parts();
        parts.take(mail);
        return new ReadMail(
                mail.getSubject() == null ? "" : mail.getSubject(), parts.text, parts.html, List.copyOf(parts.files));
    }

    private static final class Parts {

        private String text = "";
        private String html = "";
        private final List<String> files = new ArrayList<>();

        private void take(Part part) throws MessagingException, IOException {
            if (part.getFileName() != null) {
                files.add(part.getFileName());
            } else if (part.isMimeType("text/plain")) {
                text = (String) part.getContent();
            } else if (part.isMimeType("text/html")) {
                html = (String) part.getContent();
            } else if (part.isMimeType("multipart/*")) {
                Multipart several = (Multipart) part.getContent();
                for (int i = 0; i < several.getCount(); i++) {
                    take(several.getBodyPart(i));
                }
            }
        }
    }
}
