-- A question that came up on the visit day is numbered on after those that were issued, and marked.
alter table question add column added_on_the_day boolean default false not null;

-- What a finding rests on.
create table finding_evidence (
    finding  uuid not null references finding,
    evidence uuid not null references evidence_item,
    primary key (finding, evidence)
);
create index finding_evidence_evidence on finding_evidence (evidence);
-- Findings of before point to everything that was noted under their question.
insert into finding_evidence (finding, evidence)
    select f.id, e.id from finding f join evidence_item e on e.review = f.review and e.question = f.question;

-- The report of a review, and beside it what the school says to it.
create table report (
    id                  uuid         not null primary key,
    version             integer      not null,
    review              uuid         not null references review,
    -- Whether it was written after its day.
    late                boolean      not null,
    summary             varchar(8000) not null,
    findings            varchar(60000),
    options             varchar(60000),
    next_steps          varchar(4000),
    accepted_at         timestamp,
    accepted_by_silence boolean      not null,
    corrections         varchar(4000),
    reply               varchar(4000),
    released_at         timestamp,
    -- As the publication policy was then; a wider one that comes later does not open it further.
    released_to         varchar(20) check (released_to in ('TEAM', 'LEADERS')),
    check ((released_at is null) = (released_to is null)),
    constraint report_once unique (review)
);

-- Good practice that the school agrees to share.
create table shared_practice (
    finding   uuid      not null primary key references finding,
    agreed_at timestamp not null
);
