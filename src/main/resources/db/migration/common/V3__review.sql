-- One review: its record, its team, and what its people wrote. Nothing of this is ever in the engine's own tables.

create table review (
    id                  uuid         not null primary key,
    version             integer      not null,
    -- Readable and unique; the business key of the process instance.
    reference           varchar(120) not null unique,
    partnership         varchar(64)  not null references partnership,
    host                varchar(64)  not null references school,
    kind                varchar(20)  not null check (kind in ('SCHOOL', 'MAT')),
    focus               varchar(100),
    visit_first         date         not null,
    visit_last          date         not null,
    -- Goal
    planning_held_on    date,
    rationale           varchar(4000),
    hypothesis          varchar(2000),
    driving_question    varchar(300),
    goal                varchar(2000),
    where_now           varchar(2000),
    scope               varchar(20),
    purpose             varchar(20),
    evidence_wanted     varchar(400),
    questions_issued_at timestamp,
    -- Options
    hypothesis_outcome  varchar(20),
    distance_to_goal    varchar(2000),
    -- Will
    reflection_deadline date,
    plan_late_since     timestamp,
    plan_agreed_at      timestamp,
    follow_up_held_on   date,
    goal_now            varchar(2000),
    what_worked         varchar(2000),
    check (visit_first <= visit_last)
);
create index review_host on review (host, visit_first);
create index review_partnership on review (partnership, visit_first);

-- A person's place on a review. The seat stays; who fills it may change.
create table seat (
    id     uuid        not null primary key,
    review uuid        not null references review,
    duty   varchar(40) not null,
    number integer     not null check (number > 0),
    constraint seat_once unique (review, duty, number)
);

create table occupancy (
    id      uuid        not null primary key,
    seat    uuid        not null references seat,
    person  varchar(64) not null references person,
    since   timestamp not null,
    until   timestamp,
    -- The seat while it is filled, null afterwards: a seat has one occupant at a time.
    fills  uuid,
    constraint occupancy_one_at_a_time unique (fills)
);
create index occupancy_seat on occupancy (seat);
create index occupancy_person on occupancy (person);

create table timetable_entry (
    id     uuid    not null primary key,
    review uuid    not null references review,
    number integer not null,
    time   varchar(20),
    what   varchar(200),
    constraint timetable_entry_once unique (review, number)
);

create table question (
    id     uuid         not null primary key,
    review uuid         not null references review,
    number integer      not null,
    text   varchar(500) not null,
    constraint question_once unique (review, number)
);

create table evidence_item (
    id       uuid          not null primary key,
    version  integer       not null,
    review   uuid          not null references review,
    seat     uuid          not null references seat,
    question uuid          not null references question,
    type     varchar(40)   not null,
    note     varchar(2000) not null
);
create index evidence_item_review on evidence_item (review);

create table finding (
    id       uuid          not null primary key,
    version  integer       not null,
    review   uuid          not null references review,
    number   integer       not null,
    question uuid          not null references question,
    kind     varchar(20)   not null,
    text     varchar(2000) not null,
    constraint finding_once unique (review, number)
);

create table review_option (
    id             uuid         not null primary key,
    review         uuid         not null references review,
    number         integer      not null,
    text           varchar(300) not null,
    speaks_for     varchar(1000),
    speaks_against varchar(1000),
    who_would_help varchar(200),
    constraint review_option_once unique (review, number)
);

create table action (
    id           uuid         not null primary key,
    version      integer      not null,
    review       uuid         not null references review,
    number       integer      not null,
    finding      uuid references finding,
    what         varchar(300) not null,
    -- A role, not a name.
    owner        varchar(120) not null,
    due          date         not null,
    success_sign varchar(1000),
    support      varchar(300),
    status       varchar(20),
    evidence     varchar(1000),
    constraint action_once unique (review, number)
);

-- Answers to a step that a process owner added in Modeler and that has no record of its own.
create table step_answer (
    id       uuid          not null primary key,
    review   uuid          not null references review,
    activity varchar(100)  not null,
    task     varchar(64)   not null unique,
    person   varchar(64)   not null references person,
    given_at timestamp not null,
    answer   varchar(200000) not null
);

-- What a person has typed into a form and not yet handed in.
create table draft (
    person   varchar(64)     not null references person,
    task     varchar(64)     not null,
    content  varchar(200000) not null,
    saved_at timestamp not null,
    primary key (person, task)
);
create index draft_task on draft (task);
