-- What only the planning of a year asks of the register.

-- What a school says for the planning day.
create table planning_facts (
    school         varchar(64) not null primary key references school,
    version        integer     not null,
    -- A subject that somebody on its team should know.
    wanted_subject varchar(100),
    -- What cover for one day costs, in pounds.
    day_rate       numeric(8, 2) check (day_rate >= 0)
);

-- Who has asked to go along on a review as an associate (G18).
create table associate_wish (
    person varchar(64) not null primary key references person
);
