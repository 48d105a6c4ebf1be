package org.criticalfriend.notification;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails go out; README lists it. The mail server itself is {@code spring.mail.*}.
 *
 * @param from sender as it stands in a mail, such as {@code Priory reviews <reviews@priory.example>}; empty for {@code
 *     critical-friend@} the host of the public address
 * @param replyTo where answers go; empty for the sender
 * @param directory where mails lie as {@code .eml} files while no mail server is named
 * @param shown whether those files are shown on a page: to each their own, to administrators all
 * @param dispatch whether this node sends by itself
 * @param every how often it looks at the latest
 * @param lease how long a node has what it took for itself; another goes on with it if the node has died
 */
@ConfigurationProperties("critical-friend.mail")
public record MailSettings(
        @DefaultValue("") String from,
        @DefaultValue("") String replyTo,
        @DefaultValue("data/mail") Path directory,
        boolean shown,
        @DefaultValue("true") boolean dispatch,
        @DefaultValue("5s") Duration every,
        @DefaultValue("5m") Duration lease) {}
