-- Change of plan: somebody has said that a review cannot stay as it is planned, and somebody decides about it. No reason is kept but
-- its kind, which only whoever asked and whoever is in charge see.
create table change_of_plan (
    id          uuid        not null primary key,
    review      uuid        not null references review,
    -- The same while it is open, so that there is one at a time; null afterwards.
    open_review uuid        references review,
    kind        varchar(20) not null check (kind in ('OFSTED', 'SCHOOL_CLOSED', 'ILLNESS', 'POSTPONE', 'GO_VIRTUAL', 'CANCEL',
        'CHANGE_OF_PERSON', 'MOVE_APPOINTMENT')),
    -- Which meeting, if it is about one.
    appointment varchar(20) check (appointment in ('PLANNING_MEETING', 'VISIT', 'WORKSHOP', 'FOLLOW_UP')),
    -- Which seat, if it is about one.
    seat        uuid        references seat,
    wished_day  date,
    asked_by    varchar(64) not null references person,
    asked_at    timestamp   not null,
    outcome     varchar(10) check (outcome in ('CHANGED', 'KEPT', 'BUFFERED', 'LAPSED')),
    decision    varchar(10) check (decision in ('AGAIN', 'PROMOTE', 'PERSON', 'MEETING', 'DAY', 'SWAP', 'AFAR', 'SMALLER', 'CANCEL',
        'KEEP')),
    decided_by  varchar(64) references person,
    ended_at    timestamp,
    constraint change_of_plan_open_once unique (open_review),
    constraint change_of_plan_ended check ((open_review is null) = (outcome is not null))
);
create index change_of_plan_review on change_of_plan (review);

-- What whoever is in charge was told of: an appointment on a closed day, or somebody who is to come on a day on which their own school
-- is closed. A row goes when it is not so any more, so that it is told again if it comes back.
create table closed_day_told (
    review    uuid        not null references review,
    -- The kind of the appointment; for somebody's place the key of their occupancy as well.
    what      varchar(60) not null,
    closed_on date        not null,
    primary key (review, what, closed_on)
);
