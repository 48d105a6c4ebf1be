-- Who takes part: partnerships, schools, people, their roles, their school year.
-- Keys of schools, partnerships and people are readable words, for they are also the engine's user ids and stand in models.

create table school_calendar (
    id   varchar(64)  not null primary key,
    name varchar(200) not null
);

-- A stretch of days on which pupils are in school, both ends included. school_year is the year in which it began in September.
create table term (
    calendar    varchar(64) not null references school_calendar,
    school_year integer     not null,
    first_day   date        not null,
    last_day    date        not null,
    primary key (calendar, first_day),
    check (first_day <= last_day)
);

create table partnership (
    id          varchar(64)  not null primary key,
    name        varchar(200) not null,
    kind        varchar(20)  not null check (kind in ('CLUSTER', 'MAT', 'CROSS_REGIONAL')),
    -- Who leads a review: the trust's director (CENTRAL, G15) or a head of another school (PEER, F5).
    led_by      varchar(20)  not null check (led_by in ('CENTRAL', 'PEER')),
    -- Who may read a released report (F18 against P5 and P19).
    publication varchar(20)  not null check (publication in ('HOST', 'TEAM', 'LEADERS'))
);

create table school (
    id             varchar(64)  not null primary key,
    name           varchar(200) not null,
    phase          varchar(20)  not null check (phase in ('PRIMARY', 'SECONDARY', 'PREPARATORY', 'SPECIAL', 'ALL_THROUGH')),
    forms_of_entry decimal(3, 1),
    roll           integer      not null check (roll > 0),
    calendar       varchar(64)  not null references school_calendar,
    address        varchar(400) not null,
    phone          varchar(40)  not null,
    note           varchar(400)
);

-- Days on which staff work and pupils stay at home; every school chooses its own.
create table inset_day (
    school varchar(64) not null references school,
    held_on date       not null,
    primary key (school, held_on)
);

create table membership (
    partnership varchar(64) not null references partnership,
    school      varchar(64) not null references school,
    status      varchar(20) not null check (status in ('IN_CYCLE', 'NOT_YET_IN_CYCLE', 'LEFT')),
    cycles_done integer     not null check (cycles_done >= 0),
    primary key (partnership, school)
);

create table person (
    id      varchar(64)  not null primary key,
    version integer      not null,
    given   varchar(100) not null,
    family  varchar(100) not null,
    email   varchar(200) not null,
    post    varchar(100) not null,
    school  varchar(64) references school,
    left_on date
);
create index person_school on person (school);

-- What a person is, and where: HEAD at a school, PARTNERSHIP_LEAD of a partnership, ADMIN of this installation.
create table person_role (
    id          uuid        not null primary key,
    person      varchar(64) not null references person,
    role        varchar(40) not null check (role in
        ('HEAD', 'SENIOR_TEAM', 'TEACHER', 'OFFICE', 'PARTNERSHIP_LEAD', 'DEPUTY_PARTNERSHIP_LEAD', 'TRUSTEE', 'OWNER', 'ADMIN')),
    partnership varchar(64) references partnership,
    school      varchar(64) references school,
    -- The partnership, the school, or the word installation: never null, so that an appointment is there once.
    place       varchar(64) not null,
    constraint person_role_once unique (person, role, place)
);
create index person_role_school on person_role (school, role);
create index person_role_partnership on person_role (partnership, role);

-- F2: a person is given a duty only when trained for it.
create table training (
    person     varchar(64) not null references person,
    duty       varchar(40) not null,
    primary key (person, duty)
);
