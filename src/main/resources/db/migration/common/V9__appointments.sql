-- The days of a review's meetings. Null as long as the lead times say them.
alter table review add column planning_meeting_on date;
alter table review add column workshop_on date;
alter table review add column follow_up_on date;
-- Since when the review has no date, because one has to be found anew.
alter table review add column paused_at timestamp;

-- When and where an appointment is, if otherwise than usual. Its day stands with the review.
create table arrangement (
    id      uuid        not null primary key,
    version integer     not null,
    review  uuid        not null references review,
    kind    varchar(20) not null check (kind in ('PLANNING_MEETING', 'VISIT', 'WORKSHOP', 'FOLLOW_UP')),
    starts  time        not null,
    ends    time        not null,
    place   varchar(400),
    link    varchar(400),
    constraint arrangement_once unique (review, kind),
    check (starts < ends)
);
