-- The mornings on which people were reminded of what is due: the next round tells what came up since.
create table daily_round (
    held_on date      not null primary key,
    done_at timestamp not null
);

-- Held by whoever does a round or looks whether one waits, so that there is never more than one.
create table daily_round_lock (
    id integer not null primary key
);
insert into daily_round_lock (id) values (1);
