package org.criticalfriend.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts mails into a directory instead of sending them, each in a file that mail programs open. Nobody finds half a mail there. */
@Component
class MailFiles implements Delivery {

    private final Path directory;

    MailFiles(MailSettings settings) {
        this.directory = settings.directory();
    }

    @Override
    public Way begin() {
        return new Way() {
            @Override
            public void deliver(UUID notice, MimeMessage mail) throws NotDelivered {
                try {
                    write(notice, mail);
                } catch (IOException | MessagingException e) {
                    throw NotDelivered.unreachable("The directory for mails cannot be written to.");
                }
            }

            @Override
            public void close() {
                // Nothing is open between two files.
            }
        };
    }

    private void write(UUID notice, MimeMessage mail) throws IOException, MessagingException {
        Files.createDirectories(directory);
        Path unfinished = Files.createTempFile(directory, ".", ".unfinished");
        try {
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                mail.writeTo(out);
            }
            Files.move(unfinished, file(notice), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** The mail that was sent for a notice, if it lies here. */
    Optional<MimeMessage> read(UUID notice) throws IOException, MessagingException {
        try (InputStream in = Files.newInputStream(file(notice))) {
            return Optional.of(new MimeMessage(MailMessages.NO_SERVER, in));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private Path file(UUID notice) {
        return directory.resolve(notice + ".eml");
    }
}
