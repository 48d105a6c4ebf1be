-- Teams of another size than usual, deputy leads, and what the visit sheet says of the school and of its visitors.

-- Why a review has a team of another size than its host's roll or its partnership asks for (G17).
create table other_team (
    review           uuid         not null primary key references review,
    reason           varchar(400) not null,
    decided_by       varchar(64)  not null references person,
    decided_at       timestamp    not null,
    -- What the team would have been.
    usual_reviewers  integer      not null,
    usual_associates integer      not null
);

-- Who leads if the lead reviewer cannot (G15): one of the peer reviewers. Counts as long as they are on the team.
create table deputy_lead (
    review  uuid        not null primary key references review,
    version integer     not null,
    person  varchar(64) not null references person
);

-- What visitors of a school need to know, entered once for all visits.
create table visiting_facts (
    school     varchar(64) not null primary key references school,
    version    integer     not null,
    parking    varchar(400),
    reception  varchar(400),
    phone      varchar(40),
    lunch      varchar(400),
    -- Null: not said.
    photo_id   boolean
);

-- The employer's confirmation that a person's DBS check is in order: yes or no and the day. Never a number of a certificate.
create table dbs_confirmation (
    person       varchar(64) not null primary key references person,
    version      integer     not null,
    confirmed    boolean     not null,
    confirmed_on date        not null,
    confirmed_by varchar(64) not null references person
);
