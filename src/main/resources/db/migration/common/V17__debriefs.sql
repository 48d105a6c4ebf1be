-- P21: each Champion of a review has a debrief of their own, for whoever is in charge of it and nobody else.
create table debrief (
    review uuid          not null references review,
    person varchar(64)   not null references person,
    text   varchar(4000) not null,
    primary key (review, person)
);

-- Until now there was one for each review. It belongs to whoever typed up the workshop; where nothing says who did, to the first
-- Champion, or else to the last who had been one.
insert into debrief (review, person, text)
select d.review,
    coalesce(
        (select a.person from audit a join person p on p.id = a.person
            where a.review = r.reference and a.act = 'HANDED_IN' and a.subject = 'RunImprovementWorkshop'
            order by a.at desc, a.id desc fetch first 1 row only),
        (select o.person from seat s join occupancy o on o.seat = s.id
            where s.review = r.id and s.duty = 'IMPROVEMENT_CHAMPION'
            order by case when o.fills is null then 1 else 0 end, s.number, o.since desc, o.id desc fetch first 1 row only)),
    d.text
from workshop_debrief d join review r on r.id = d.review;

drop table workshop_debrief;
