-- Sign-in and audit.

create table sign_in (
    name            varchar(64)  not null primary key,
    person          varchar(64)  not null references person,
    password_hash   varchar(200) not null,
    -- A sign-in of the sample: works on a loopback address only.
    sample          boolean      not null,
    failures        integer      not null,
    locked_until    timestamp,
    must_change     boolean      not null,
    changed_at      timestamp not null
);
create index sign_in_person on sign_in (person);

-- Who read or changed what. Holds ids only, never what was read or written.
create table audit (
    id         uuid         not null primary key,
    at         timestamp not null,
    person     varchar(64),
    act        varchar(40)  not null,
    subject    varchar(100) not null,
    review     varchar(120)
);
create index audit_person on audit (person, at);
create index audit_review on audit (review, at);
