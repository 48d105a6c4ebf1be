-- The register in full: settings of partnerships, what planning has to know of schools and people, versions for changes.

-- Settings of a partnership. Partnerships that are there already get the defaults.
alter table partnership add column version integer default 0 not null;
-- F17
alter table partnership add column self_review_required boolean default true not null;
-- P26: never, or by a recorded reason.
alter table partnership add column head_at_workshop varchar(20) default 'OPT_IN' not null;
-- Null: by the roll of the host.
alter table partnership add column team_size integer;
-- P16
alter table partnership add column other_schools_at_least integer default 2 not null;
-- P39
alter table partnership add column follow_up_weeks varchar(20) default 'CALENDAR_WEEKS' not null;
-- P6, in days and workshops a school year.
alter table partnership add column reviewer_days_per_school integer default 2 not null;
alter table partnership add column workshops_per_school integer default 1 not null;
alter table partnership add column days_per_person integer;
alter table partnership add constraint partnership_head_at_workshop check (head_at_workshop in ('NEVER', 'OPT_IN'));
alter table partnership add constraint partnership_team_size check (team_size > 0);
alter table partnership add constraint partnership_other_schools check (other_schools_at_least > 0);
alter table partnership add constraint partnership_follow_up_weeks check (follow_up_weeks in ('CALENDAR_WEEKS', 'TERM_WEEKS'));
alter table partnership add constraint partnership_reviewer_days check (reviewer_days_per_school >= 0);
alter table partnership add constraint partnership_workshops check (workshops_per_school >= 0);
alter table partnership add constraint partnership_days_per_person check (days_per_person > 0);

create table partnership_visit_day (
    partnership varchar(64) not null references partnership,
    weekday     varchar(10) not null check (weekday in ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY')),
    primary key (partnership, weekday)
);
insert into partnership_visit_day (partnership, weekday)
    select p.id, d.weekday from partnership p
    cross join (select 'THURSDAY' as weekday union all select 'FRIDAY') d;

create table partnership_question (
    partnership varchar(64)  not null references partnership,
    number      integer      not null,
    text        varchar(500) not null,
    primary key (partnership, number)
);

create table partnership_form (
    partnership varchar(64)  not null references partnership,
    activity    varchar(100) not null,
    form        varchar(100) not null,
    primary key (partnership, activity)
);

alter table membership add column version integer default 0 not null;
create index membership_school on membership (school);

alter table school add column version integer default 0 not null;
-- 1 is the lowest, 5 the highest (F25).
alter table school add column disadvantage_band integer;
-- G1, in years
alter table school add column age_from integer;
alter table school add column age_to integer;
-- P7, F24: by name; null: none
alter table school add column trust varchar(200);
-- P7
alter table school add column most_people_out_a_day integer;
alter table school add column most_days_out_a_year integer;
alter table school add column hosts_externals boolean default true not null;
alter table school add column approver varchar(64);
alter table school add constraint school_approver foreign key (approver) references person;
alter table school add constraint school_forms_of_entry check (forms_of_entry >= 0);
alter table school add constraint school_disadvantage_band check (disadvantage_band between 1 and 5);
alter table school add constraint school_ages check (age_from >= 2 and age_from <= age_to and age_to <= 19);
alter table school add constraint school_ages_both check ((age_from is null) = (age_to is null));
alter table school add constraint school_people_out check (most_people_out_a_day > 0);
alter table school add constraint school_days_out check (most_days_out_a_year >= 0);

-- P3
create table school_affiliation (
    school      varchar(64)  not null references school,
    affiliation varchar(100) not null,
    primary key (school, affiliation)
);

create table school_subject_leader (
    school  varchar(64)  not null references school,
    subject varchar(100) not null,
    person  varchar(64)  not null references person,
    primary key (school, subject)
);
create index school_subject_leader_person on school_subject_leader (person);

alter table person add column phone varchar(40);
alter table person add column phase varchar(20);
alter table person add constraint person_phase
    check (phase in ('PRIMARY', 'SECONDARY', 'PREPARATORY', 'SPECIAL', 'ALL_THROUGH'));

-- G16
alter table person add column leadership_area varchar(100);
create table person_subject (
    person  varchar(64)  not null references person,
    subject varchar(100) not null,
    primary key (person, subject)
);

create table person_working_day (
    person  varchar(64) not null references person,
    weekday varchar(10) not null
        check (weekday in ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')),
    primary key (person, weekday)
);
insert into person_working_day (person, weekday)
    select p.id, d.weekday from person p
    cross join (select 'MONDAY' as weekday union all select 'TUESDAY' union all select 'WEDNESDAY'
        union all select 'THURSDAY' union all select 'FRIDAY') d;

-- F12: when trained, by whom, until when. Whoever was entered without a day stays trained. Stand-ins are trained for the duty that
-- they would take over, associates for none.
alter table training add column trained_on date;
alter table training add column trained_by varchar(64);
alter table training add column until_day date;
alter table training add constraint training_trained_by foreign key (trained_by) references person;
insert into training (person, duty)
    select t.person, 'PEER_REVIEWER' from training t where t.duty = 'RESERVE_REVIEWER'
    and not exists (select 1 from training there where there.person = t.person and there.duty = 'PEER_REVIEWER');
insert into training (person, duty)
    select t.person, 'IMPROVEMENT_CHAMPION' from training t where t.duty = 'SPARE_IMPROVEMENT_CHAMPION'
    and not exists (select 1 from training there where there.person = t.person and there.duty = 'IMPROVEMENT_CHAMPION');
delete from training where duty not in ('LEAD_REVIEWER', 'PEER_REVIEWER', 'IMPROVEMENT_CHAMPION');
alter table training add constraint training_duty check (duty in ('LEAD_REVIEWER', 'PEER_REVIEWER', 'IMPROVEMENT_CHAMPION'));
create index training_duty_person on training (duty, person);

-- The trust's central people and facilitators from outside (G15, F3) are a role too. The list of roles has no name by which it could be
-- replaced on every database, so the table is made anew.
create table every_person_role (
    id          uuid        not null primary key,
    person      varchar(64) not null references person,
    role        varchar(40) not null,
    partnership varchar(64) references partnership,
    school      varchar(64) references school,
    -- The partnership, the school, or the word installation: never null, so that a role is held once.
    place       varchar(64) not null
);
insert into every_person_role (id, person, role, partnership, school, place)
    select id, person, role, partnership, school, place from person_role;
drop table person_role;
alter table every_person_role rename to person_role;
alter table person_role add constraint person_role_known check (role in
    ('HEAD', 'SENIOR_TEAM', 'TEACHER', 'OFFICE', 'PARTNERSHIP_LEAD', 'DEPUTY_PARTNERSHIP_LEAD', 'CENTRAL_TEAM', 'TRUSTEE', 'OWNER',
    'ADMIN'));
alter table person_role add constraint person_role_once unique (person, role, place);
create index person_role_school on person_role (school, role);
create index person_role_partnership on person_role (partnership, role);
