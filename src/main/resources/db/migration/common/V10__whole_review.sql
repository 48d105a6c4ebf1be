-- How far a review has come, besides what V3 knows.
alter table review add column report_written_on date;
alter table review add column targets_set_at timestamp;
alter table review add column cancelled_at timestamp;
-- A plan that was agreed before there were targets was agreed all the same.
update review set targets_set_at = plan_agreed_at where plan_agreed_at is not null;

-- What was or is late in a review, named like the timer that says so.
create table lateness (
    id     uuid         not null primary key,
    review uuid         not null references review,
    what   varchar(100) not null,
    since  timestamp    not null,
    constraint lateness_once unique (review, what)
);
insert into lateness (id, review, what, since)
    select id, id, 'ReflectionDeadlinePassed', plan_late_since from review where plan_late_since is not null;
alter table review drop column plan_late_since;
