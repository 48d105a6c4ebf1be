package org.criticalfriend.notification;

/** What an occasion has to say at the moment of sending. */
public sealed interface ToSay permits Letter, NothingToSay {}
