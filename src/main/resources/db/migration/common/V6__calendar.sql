-- School calendars: by country, with terms, days and blackouts that a school may have of its own.

-- Whose bank holidays count.
alter table school_calendar add column country varchar(20) default 'ENGLAND' not null;
alter table school_calendar alter column country drop default;
alter table school_calendar add constraint school_calendar_country check (country in ('ENGLAND', 'WALES', 'SCOTLAND'));

-- A school year begins on 1 August from now on, no longer on 1 September.
update term set school_year = extract(year from first_day) - case when extract(month from first_day) < 8 then 1 else 0 end;

-- The terms of a school that does not keep those of its calendar; for a school year they count instead of all of these.
create table school_term (
    school      varchar(64) not null references school,
    school_year integer     not null,
    first_day   date        not null,
    last_day    date        not null,
    primary key (school, first_day),
    check (first_day <= last_day)
);

-- What is special about one day of a country, a calendar or a school; the nearest counts.
create table calendar_day (
    id       uuid         not null primary key,
    country  varchar(20) check (country in ('ENGLAND', 'WALES', 'SCOTLAND')),
    calendar varchar(64) references school_calendar,
    school   varchar(64) references school,
    held_on  date         not null,
    -- CLOSED: nobody in school; INSET: staff only; OPEN: pupils in school although it would be closed.
    kind     varchar(20)  not null check (kind in ('CLOSED', 'INSET', 'OPEN')),
    name     varchar(200) not null,
    constraint calendar_day_of_one check (
        case when country is null then 0 else 1 end
            + case when calendar is null then 0 else 1 end
            + case when school is null then 0 else 1 end = 1),
    constraint calendar_day_of_country unique (country, held_on),
    constraint calendar_day_of_calendar unique (calendar, held_on),
    constraint calendar_day_of_school unique (school, held_on)
);

-- INSET days are carried over. Their keys are counted, for the two databases share no function that makes one.
insert into calendar_day (id, school, held_on, kind, name)
    select cast('00000000-0000-7000-8000-'
                || lpad(cast(row_number() over (order by school, held_on) as varchar(12)), 12, '0') as uuid),
            school, held_on, 'INSET', 'INSET day'
        from inset_day;
drop table inset_day;

-- Days on which schools are open and must not be visited.
create table blackout (
    id          uuid         not null primary key,
    calendar    varchar(64) references school_calendar,
    school      varchar(64) references school,
    partnership varchar(64) references partnership,
    first_day   date         not null,
    last_day    date         not null,
    name        varchar(200) not null,
    -- Only schools of this phase; null for all.
    phase       varchar(20) check (phase in ('PRIMARY', 'SECONDARY', 'PREPARATORY', 'SPECIAL', 'ALL_THROUGH')),
    constraint blackout_of_one check (
        case when calendar is null then 0 else 1 end
            + case when school is null then 0 else 1 end
            + case when partnership is null then 0 else 1 end = 1),
    check (first_day <= last_day)
);
create index blackout_calendar on blackout (calendar, first_day);
create index blackout_school on blackout (school, first_day);
create index blackout_partnership on blackout (partnership, first_day);

-- The weekday on which staff meet after lessons.
alter table school add column staff_meeting_on varchar(10)
    check (staff_meeting_on in ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'));
