-- When somebody is away, so that what cannot wait goes to others.
create table absence (
    id         uuid        not null primary key,
    person     varchar(64) not null references person,
    first_day  date        not null,
    last_day   date        not null,
    entered_by varchar(64) not null references person,
    entered_at timestamp   not null,
    constraint absence_ends check (last_day >= first_day)
);
create index absence_of_person on absence (person, last_day);

-- What those in charge are asked about a step that is late, and what they have decided.
create table late_decision (
    id         uuid         not null primary key,
    review     uuid         not null references review,
    -- Ids in the model: of the timer that said so, and of the step.
    late       varchar(100) not null,
    step       varchar(100) not null,
    arose      timestamp    not null,
    -- Null as long as it is open.
    outcome    varchar(20),
    until_day  date,
    person     varchar(64)  references person,
    -- For the record alone: no mail shows it.
    reason     varchar(2000),
    decided_by varchar(64)  references person,
    decided_at timestamp
);
create index late_decision_of on late_decision (review, step);
