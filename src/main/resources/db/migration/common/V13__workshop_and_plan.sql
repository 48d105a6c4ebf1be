-- From the improvement workshop to the follow-up: targets, plan, support, what worked.

create table workshop (
    id             uuid         not null primary key,
    review         uuid         not null references review,
    held_on        date         not null,
    -- One sentence, written by the staff (F11).
    commitment     varchar(500) not null,
    head_was_there boolean      not null,
    constraint workshop_once unique (review)
);

-- P30, P32: senior staff of the host who were there; never the head.
create table workshop_staff (
    workshop uuid        not null references workshop,
    person   varchar(64) not null references person,
    primary key (workshop, person)
);

create table target (
    id      uuid         not null primary key,
    review  uuid         not null references review,
    number  integer      not null,
    -- The finding it answers; null: it serves the commitment.
    finding uuid references finding,
    text    varchar(300) not null,
    theme   varchar(100),
    constraint target_once unique (review, number)
);

-- P26: for the Champions of this review, and nobody else.
create table workshop_note (
    review uuid          not null primary key references review,
    text   varchar(8000) not null
);

-- P21: from the Champion to whoever is in charge of the review, and nobody else.
create table workshop_debrief (
    review uuid          not null primary key references review,
    text   varchar(4000) not null
);

-- P26: the head wishes to be at the workshop, and why. Only the Champions read the reason.
create table head_at_workshop (
    review uuid         not null primary key references review,
    person varchar(64)  not null references person,
    reason varchar(500) not null,
    since  timestamp    not null
);

-- P31, P32: who has told the head the targets in person.
create table targets_told (
    review  uuid        not null references review,
    person  varchar(64) not null references person,
    told_at timestamp   not null,
    primary key (review, person)
);

alter table action add column target uuid;
alter table action add constraint action_target foreign key (target) references target;
alter table action add column theme varchar(100);
-- F16: in words or numbers, as the school likes.
alter table action add column baseline varchar(300);
alter table action add column aim varchar(300);
alter table action add column measured_now varchar(300);
-- P28
alter table action add column key_issue boolean default false not null;
-- P35
alter table action add column sdp_link varchar(200);

-- G28: who has said that they have seen the plan; whoever says nothing counts as having seen it some school days later.
create table plan_seen (
    review  uuid        not null references review,
    person  varchar(64) not null references person,
    seen_at timestamp   not null,
    primary key (review, person)
);

-- F26, G30: help of another school, with an action or as a visit of its own.
create table support (
    id        uuid         not null primary key,
    version   integer      not null,
    review    uuid         not null references review,
    -- Null: a support visit that belongs to no action.
    action    uuid references action,
    supporter varchar(64)  not null references person,
    asked_by  varchar(64)  not null references person,
    what      varchar(300) not null,
    by_when   date         not null,
    state     varchar(20)  not null check (state in ('OFFERED', 'ASKED', 'ACCEPTED', 'AGREED', 'DECLINED', 'GIVEN')),
    done      varchar(500)
);
create index support_review on support (review);

-- F14: the note bank.
create table what_worked (
    id     uuid          not null primary key,
    review uuid          not null references review,
    number integer       not null,
    theme  varchar(100),
    text   varchar(2000) not null,
    constraint what_worked_once unique (review, number)
);
insert into what_worked (id, review, number, text)
    select id, id, 1, what_worked from review where what_worked is not null;
alter table review drop column what_worked;

-- F27: for the person who wrote it, and nobody else.
create table learning_note (
    review uuid          not null references review,
    person varchar(64)   not null references person,
    text   varchar(4000) not null,
    primary key (review, person)
);
