package org.criticalfriend.notification;

/** What a personal link in a mail is for. One bean for each, in the package whose business it is. */
public interface LinkPurpose {

    /** The name under which links of this kind are made, such as {@code address-works}. It never changes. */
    String name();

    /** What the page says that opens with the link. Changes nothing: mail scanners open every link. */
    LinkPage page(PersonalLink link);

    /** What the button does, and what the page says then. */
    LinkPage press(PersonalLink link);
}
