-- Sending: since when a notice is tried, which addresses do not work, and which schools' mail arrives.

-- From here a day counts until it is given up.
alter table notice add column first_try timestamp;

-- What is known against an address; it counts only as long as the person still has this one.
create table mail_address (
    person       varchar(64)  not null primary key references person,
    address      varchar(200) not null,
    -- The day on which a mail server refused it for good, and the code that it gave, if it gave one.
    refused_on   date,
    smtp_code    integer,
    -- Noted by hand: a mail came back.
    came_back_on date
);

-- Test mails: who was asked for which school, and when they said that the mail has arrived.
create table address_test (
    partnership varchar(64) not null references partnership,
    -- The turn of the notices: the minute in which the test was asked for.
    turn        varchar(60) not null,
    school      varchar(64) not null references school,
    person      varchar(64) not null references person,
    arrived     timestamp,
    primary key (partnership, turn, school, person)
);
