package org.criticalfriend.notification;

import java.util.HashMap;
import java.util.Map;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.criticalfriend.partnership.Person;
import org.springframework.stereotype.Component;

/**
 * Writes letters. A template {@code mail/<name>.md} is Markdown with Thymeleaf in text mode: the first line is the subject, then come
 * paragraphs, headings and lists; a link that stands alone in its paragraph becomes a button. There are always {@code given}, the
 * given name of whoever gets it, and {@code address}, where the application is, besides what the letter brings. Values are text:
 * nothing in them becomes markup.
 */
@Component
public class Letters {

    private static final String WHY =
            """
            You get this mail because you, or your school, take part in peer review between schools. Should it go to another \
            address? Your partnership lead can change that.""";

    private final PublicAddress address;
    private final TemplatesOfMails templates = new TemplatesOfMails();
    private final Parser markdown = Parser.builder().build();

    Letters(PublicAddress address) {
        this.address = address;
    }

    /** Whether there is a template of this name. */
    public boolean knows(String template) {
        return Letters.class.getResource("/templates/mail/%s.md".formatted(template)) != null;
    }

    /**
     * The letter in its final words.
     *
     * @throws LetterFaulty if there is no such template, a value that it names is missing, or it has no subject
     */
    public Mail write(Letter letter, Person to) {
        if (!knows(letter.template())) {
            throw new LetterFaulty("There is no template mail/%s.md. Add it, or name another one in the occasion."
                    .formatted(letter.template()));
        }
        String source =
                templates.fill(letter.template(), values(letter, to)).strip().replace("\r\n", "\n");
        int end = source.indexOf('\n');
        String subject = MailText.words(markdown.parse(end < 0 ? source : source.substring(0, end)));
        if (subject.isEmpty()) {
            throw new LetterFaulty("The template mail/%s.md has no subject. Its first line is the subject."
                    .formatted(letter.template()));
        }
        Node body = markdown.parse(end < 0 ? "" : source.substring(end + 1));
        return new Mail(subject, text(body), html(subject, body), letter.invitation());
    }

    private Map<String, Object> values(Letter letter, Person to) {
        Map<String, Object> values = new HashMap<>();
        letter.values().forEach((name, value) -> values.put(name, MailValue.of(letter.template(), name, value)));
        values.put("given", MailValue.of(letter.template(), "given", to.given()));
        values.put("address", MailValue.of(letter.template(), "address", address.base()));
        return values;
    }

    private String text(Node body) {
        // The line of two hyphens and a space is what mail programs know as the beginning of a signature.
        return "%s\n\n-- \nCritical Friend\n%s\n%s\n".formatted(MailText.of(body), address.base(), WHY);
    }

    private String html(String subject, Node body) {
        return templates.page(
                Map.of("subject", subject, "body", MailHtml.of(body), "why", WHY, "address", address.base()));
    }
}
