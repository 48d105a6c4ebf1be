package org.criticalfriend.notification;

/** What a personal link is for. One bean for each purpose, in the package whose business it is. */
public interface LinkPurpose {

    /** The name under which it stands in links, such as {@code plan-seen}. It never changes. */
    String name();

    /** What the page says before anybody has pressed. Changes nothing: mail scanners open every link. */
    LinkPage page(PersonalLink link);

    /** What pressing does, and what the page says afterwards. Called once for each link, in a transaction. */
    LinkPage press(PersonalLink link);
}
