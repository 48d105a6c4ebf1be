-- What somebody is to be told. Identifiers only: the words are made when it is sent, if it still holds then.
create table notice (
    id           uuid         not null primary key,
    occasion     varchar(40)  not null,
    subject      varchar(100) not null,
    -- Which time, where the same comes up again; empty for most.
    turn         varchar(60)  not null,
    recipient    varchar(64)  not null references person,
    since        timestamp    not null,
    -- When it is tried, or tried again; null once it has come to an end.
    next_try     timestamp,
    tries        integer      not null,
    -- Until when the node that took it has it for itself.
    leased_until timestamp,
    -- Messages of one thread to one person arrive in the order of their sequence.
    thread       varchar(120),
    sequence     integer,
    state        varchar(12)  not null check (state in ('WAITING', 'SENT', 'NOT_SENT', 'GIVEN_UP')),
    ended        timestamp,
    -- Why it was not sent, or not yet. Our words, never content.
    reason       varchar(200),
    constraint notice_once unique (occasion, subject, turn, recipient)
);
create index notice_due on notice (next_try);
create index notice_thread on notice (recipient, thread, sequence);
