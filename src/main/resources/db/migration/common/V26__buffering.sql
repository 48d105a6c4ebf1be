-- Buffering (P12): a seat that somebody has left is looked after until somebody else fills it.

-- Since when a review goes ahead without this seat; null for all that are filled or should be.
alter table seat add column given_up timestamp;

-- A seat that has lost its occupant. It stands still while the process that looks for somebody runs.
create table vacancy (
    id        uuid        not null primary key,
    review    uuid        not null references review,
    -- The seat to fill. Of a lost lead, it becomes that of the reviewer who has stepped up.
    seat      uuid        not null references seat,
    -- The same as long as somebody is looked for, so that there is one search for a seat at a time; null afterwards.
    open_seat uuid        references seat,
    left_by   varchar(64) not null references person,
    since     timestamp   not null,
    -- Goes up when everybody may be asked again: the visit is on another day by now, or from afar.
    turn      integer     not null,
    outcome   varchar(20) check (outcome in ('HELD', 'GIVEN_UP', 'NOT_NEEDED')),
    ended     timestamp,
    constraint vacancy_open_once unique (open_seat),
    constraint vacancy_ended check ((open_seat is null) = (outcome is not null))
);
create index vacancy_review on vacancy (review);

-- Somebody is asked to stand in: until when, and what has become of it. The key is that of their occupancy.
create table stand_in_request (
    id        uuid        not null primary key references occupancy,
    vacancy   uuid        not null references vacancy,
    -- Which time round.
    turn      integer     not null,
    person    varchar(64) not null references person,
    asked_at  timestamp   not null,
    answer_by timestamp   not null,
    outcome   varchar(20) check (outcome in ('YES', 'NO', 'SILENT', 'TAKEN', 'NOT_NEEDED', 'INSTEAD')),
    ended     timestamp
);
create index stand_in_request_vacancy on stand_in_request (vacancy);
create index stand_in_request_person on stand_in_request (person);

-- Whom the partnership lead would rather have, or not have, as a stand-in on a review. No reason is kept.
create table stand_in_wish (
    review     uuid        not null references review,
    person     varchar(64) not null references person,
    wish       varchar(12) not null check (wish in ('PREFERRED', 'EXCLUDED')),
    decided_by varchar(64) not null references person,
    decided_at timestamp   not null,
    primary key (review, person)
);

-- What the partnership lead decided when nobody was left to ask.
create table vacancy_decision (
    id         uuid        not null primary key,
    vacancy    uuid        not null references vacancy,
    decision   varchar(12) not null check (decision in ('ASK', 'AGREED', 'VIRTUAL', 'POSTPONE', 'SMALLER')),
    decided_by varchar(64) not null references person,
    decided_at timestamp   not null
);
create index vacancy_decision_vacancy on vacancy_decision (vacancy);

-- Nobody is told any more only that somebody cannot come: somebody else is asked at once, and those in charge hear of that. What was
-- said before, in cannot_come, is made true when the application starts.
update notice set state = 'NOT_SENT', next_try = null, leased_until = null, ended = current_timestamp, reason = 'Somebody is asked to stand in.'
where occasion = 'cannot-come' and state = 'WAITING';
