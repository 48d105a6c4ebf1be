-- A seat's occupants answer for it, and every day they give is claimed once: nobody is in two places on one day, in whichever
-- partnership.

alter table occupancy add column version integer default 0 not null;
alter table occupancy alter column version drop default;
-- Who sat on a seat before there was anything to answer had agreed outside the system.
alter table occupancy add column state varchar(20) default 'CONFIRMED' not null;
alter table occupancy alter column state drop default;
-- When the person last answered; null before.
alter table occupancy add column answered timestamp;
-- F2: why an untrained person was given the duty all the same; null for the trained.
alter table occupancy add column override_reason varchar(400);

update occupancy set state = 'RELEASED' where fills is null;
update occupancy set answered = since where fills is not null;
alter table occupancy add constraint occupancy_state check
    (state in ('ASKED', 'CONFIRMED', 'DECLINED', 'WITHDRAWN', 'RELEASED'));
-- Who has declined, withdrawn or been released fills no seat; who has confirmed does.
alter table occupancy add constraint occupancy_fills_while_held check
    (state = 'ASKED' or (state = 'CONFIRMED' and fills is not null) or (state not in ('ASKED', 'CONFIRMED') and fills is null));

-- A day that a person gives to a review. The constraint is what makes double-booking impossible.
create table day_claim (
    id          uuid        not null primary key,
    occupancy   uuid        not null references occupancy,
    person      varchar(64) not null references person,
    held_on     date        not null,
    review      uuid        not null references review,
    appointment varchar(20) not null check (appointment in ('PLANNING_MEETING', 'VISIT', 'WORKSHOP', 'FOLLOW_UP')),
    constraint day_claim_once unique (person, held_on)
);
create index day_claim_review on day_claim (review, held_on);
create index day_claim_occupancy on day_claim (occupancy);
create index day_claim_held_on on day_claim (held_on);

-- Until now a review knew the dates of its visit only; who is on its team gives the first and the last of these days. Where somebody
-- was booked twice on a day, the earlier duty holds it. The claims take over keys that are there: of the occupancy for the first day,
-- of the seat for the last.
insert into day_claim (id, occupancy, person, held_on, review, appointment)
select o.id, o.id, o.person, r.visit_first, r.id, 'VISIT'
from occupancy o join seat s on s.id = o.fills join review r on r.id = s.review
where s.duty in ('LEAD_REVIEWER', 'PEER_REVIEWER', 'ASSOCIATE', 'RESERVE_REVIEWER')
    and not exists (
        select 1
        from occupancy earlier join seat es on es.id = earlier.fills join review er on er.id = es.review
        where earlier.person = o.person and er.visit_first = r.visit_first and earlier.id < o.id
            and es.duty in ('LEAD_REVIEWER', 'PEER_REVIEWER', 'ASSOCIATE', 'RESERVE_REVIEWER'));
insert into day_claim (id, occupancy, person, held_on, review, appointment)
select s.id, o.id, o.person, r.visit_last, r.id, 'VISIT'
from occupancy o join seat s on s.id = o.fills join review r on r.id = s.review
where s.duty in ('LEAD_REVIEWER', 'PEER_REVIEWER', 'ASSOCIATE', 'RESERVE_REVIEWER')
    and r.visit_last <> r.visit_first
    and not exists (select 1 from day_claim there where there.person = o.person and there.held_on = r.visit_last)
    and not exists (
        select 1
        from occupancy earlier join seat es on es.id = earlier.fills join review er on er.id = es.review
        where earlier.person = o.person and er.visit_last = r.visit_last and er.visit_last <> er.visit_first
            and earlier.id < o.id
            and es.duty in ('LEAD_REVIEWER', 'PEER_REVIEWER', 'ASSOCIATE', 'RESERVE_REVIEWER'));
