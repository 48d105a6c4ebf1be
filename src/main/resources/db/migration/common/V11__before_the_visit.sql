-- What people write before the visit. Nothing of this is ever in the engine's own tables.

-- The self-review: for the host's leadership and the review team only (F15).
create table self_review (
    id           uuid      not null primary key,
    review       uuid      not null references review,
    hopes        varchar(2000),
    handed_in_at timestamp not null,
    constraint self_review_once unique (review)
);

create table self_review_statement (
    id          uuid          not null primary key,
    version     integer       not null,
    review      uuid          not null references review,
    number      integer       not null,
    text        varchar(1000) not null,
    how_we_know varchar(2000),
    -- What the team says about it in the feedback (P25).
    team_view   varchar(20) check (team_view in ('AGREE', 'PARTLY', 'DIFFER')),
    team_note   varchar(1000),
    constraint self_review_statement_once unique (review, number)
);

-- The planning meeting (P14). That the head has confirmed focus and question (G5):
create table planning_confirmation (
    review       uuid      not null primary key references review,
    confirmed_at timestamp not null
);

create table planning_link (
    id      uuid         not null primary key,
    review  uuid         not null references review,
    number  integer      not null,
    title   varchar(120) not null,
    address varchar(500) not null,
    constraint planning_link_once unique (review, number)
);

create table preparation_item (
    id      uuid         not null primary key,
    review  uuid         not null references review,
    number  integer      not null,
    what    varchar(200) not null,
    -- A role, not a name.
    by_whom varchar(120),
    constraint preparation_item_once unique (review, number)
);

-- A review has one focus. Another one waits here for a later review of the same school (G4).
create table waiting_focus (
    id          uuid         not null primary key,
    version     integer      not null,
    partnership varchar(64)  not null references partnership,
    school      varchar(64)  not null references school,
    focus       varchar(300) not null,
    -- The review in whose planning it came up.
    noted_in    uuid         not null references review,
    -- The review that has taken it up, or in whose planning it was dropped; null as long as it waits.
    settled_in  uuid references review,
    constraint waiting_focus_once unique (noted_in)
);
create index waiting_focus_school on waiting_focus (school);

-- What was decided when no planning meeting had been held so close to the visit, and why (G6).
create table visit_decision (
    id         uuid          not null primary key,
    review     uuid          not null references review,
    decision   varchar(20)   not null check (decision in ('GO_AHEAD', 'POSTPONE', 'CANCEL')),
    reason     varchar(2000) not null,
    new_visit  date,
    decided_by varchar(64)   not null references person,
    decided_at timestamp     not null
);
create index visit_decision_review on visit_decision (review);

-- That another driving question was asked for, and which one stood until then (G9).
create table question_change (
    id               uuid      not null primary key,
    review           uuid      not null references review,
    driving_question varchar(300),
    asked_by         varchar(64) not null references person,
    asked_at         timestamp not null
);
create index question_change_review on question_change (review);

-- A note of the host on a question (G14), with the words of the question: it outlasts a set that is issued anew.
create table question_note (
    id     uuid          not null primary key,
    review uuid          not null references review,
    asked  varchar(500)  not null,
    note   varchar(2000) not null,
    constraint question_note_once unique (review, asked)
);

-- What the host would like to show (P34).
create table showcase (
    id     uuid          not null primary key,
    review uuid          not null references review,
    text   varchar(2000) not null,
    constraint showcase_once unique (review)
);

-- Who of the host's leadership has opened the questions (G13), once for each time they were issued.
create table questions_seen (
    id        uuid        not null primary key,
    review    uuid        not null references review,
    person    varchar(64) not null references person,
    issued_at timestamp   not null,
    seen_at   timestamp   not null,
    constraint questions_seen_once unique (review, person, issued_at)
);
