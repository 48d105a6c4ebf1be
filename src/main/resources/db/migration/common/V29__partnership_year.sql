-- The year of a partnership: planned on the planning day, agreed, published (P10, P38).

create table partnership_year (
    id           uuid         not null primary key,
    -- Goes up with every change of the plan, so that nobody overwrites what somebody else has just changed.
    version      integer      not null,
    -- Readable and unique; the business key of the process instance, such as priory-2026.
    reference    varchar(120) not null unique,
    partnership  varchar(64)  not null references partnership,
    -- The calendar year in which the school year begins.
    school_year  integer      not null,
    state        varchar(20)  not null check (state in ('PLANNING', 'AGREED', 'PUBLISHED', 'DROPPED', 'ENDED')),
    -- When it is to be published: visits keep their distance from it.
    publish_on   date         not null,
    started_by   varchar(64)  not null references person,
    started_at   timestamp    not null,
    agreed_by    varchar(64)  references person,
    agreed_at    timestamp,
    -- Why teams may be smaller than usual; given when it is agreed.
    reason       varchar(400),
    published_at timestamp,
    -- Last Friday of the half-term whose live actions were asked for last.
    half_term    date,
    constraint partnership_year_once unique (partnership, school_year)
);

-- A school whose review is planned, or is left out this year; once published, the reference of its review.
create table year_host (
    plan_of  uuid         not null references partnership_year,
    host     varchar(64)  not null references school,
    left_out boolean      not null,
    review   varchar(120),
    constraint year_host_pk primary key (plan_of, host)
);

-- A day in the plan. A pinned one stays when the rest is planned anew.
create table year_day (
    plan_of     uuid        not null references partnership_year,
    host        varchar(64) not null references school,
    appointment varchar(20) not null,
    first_day   date        not null,
    last_day    date        not null,
    pinned      boolean     not null,
    constraint year_day_pk primary key (plan_of, host, appointment)
);

-- A seat in the plan; nobody sits on an empty one.
create table year_seat (
    plan_of uuid        not null references partnership_year,
    host    varchar(64) not null references school,
    duty    varchar(40) not null,
    place   integer     not null,
    person  varchar(64) references person,
    pinned  boolean     not null,
    constraint year_seat_pk primary key (plan_of, host, duty, place)
);

-- Days on which somebody is away, as said on the planning day.
create table year_away (
    id        uuid        not null primary key,
    plan_of   uuid        not null references partnership_year,
    person    varchar(64) not null references person,
    first_day date        not null,
    last_day  date        not null,
    said_by   varchar(64) not null references person,
    check (first_day <= last_day)
);
create index year_away_plan on year_away (plan_of);

-- The search for a plan: at most one at a time for a year. Some node works on it until its lease is over.
create table year_search (
    plan_of     uuid         not null primary key references partnership_year,
    state       varchar(20)  not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
    -- Goes up with every node that takes it on.
    run         integer      not null,
    -- How many nodes have died over it, or failed.
    tries       integer      not null,
    leased_until timestamp,
    stop_wanted boolean      not null,
    asked_at    timestamp    not null,
    ended_at    timestamp,
    -- The best plan so far.
    broken      bigint,
    missing     bigint,
    points      bigint,
    at_least    bigint,
    -- Why there is no plan, in words.
    fault       varchar(1000)
);

-- A school releases its people for the year.
create table year_release (
    plan_of   uuid          not null references partnership_year,
    school    varchar(64)   not null references school,
    agreed_by varchar(64)   not null references person,
    agreed_at timestamp     not null,
    note      varchar(1000),
    constraint year_release_pk primary key (plan_of, school)
);

-- P40: a meeting of the heads at which open plans are discussed; one at most in a half-term.
create table cluster_meeting (
    plan_of   uuid        not null references partnership_year,
    half_term date        not null,
    -- Null: there was none in this half-term.
    held_on   date,
    noted_by  varchar(64) not null references person,
    noted_at  timestamp   not null,
    constraint cluster_meeting_pk primary key (plan_of, half_term)
);
