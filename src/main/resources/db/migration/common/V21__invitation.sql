-- What a person was last told about an appointment. The row stays when the appointment is lost, so that its calendar entry can be taken
-- out again, and comes back under the same key if the person comes back.
create table invitation (
    id          uuid        not null primary key,
    review      uuid        not null references review,
    appointment varchar(20) not null check (appointment in ('PLANNING_MEETING', 'VISIT', 'WORKSHOP', 'FOLLOW_UP')),
    recipient   varchar(64) not null references person,
    -- Goes up with each change.
    sequence    integer     not null,
    told_at     timestamp   not null,
    cancelled   boolean     not null,
    -- As what the person is there.
    part        varchar(40) not null,
    -- Keeps the day free and may not be needed.
    tentative   boolean     not null,
    -- Days as 2026-10-08, separated by spaces.
    days        varchar(400) not null,
    last_day    date         not null,
    starts      time         not null,
    ends        time         not null,
    place       varchar(400),
    link        varchar(400),
    constraint invitation_once unique (review, appointment, recipient)
);
create index invitation_recipient on invitation (recipient, last_day);

-- A person's private calendar feed. Of its secret address only what it can be recognised by.
create table calendar_feed (
    person varchar(64) not null primary key references person,
    secret varchar(64) not null unique,
    since  timestamp   not null
);
