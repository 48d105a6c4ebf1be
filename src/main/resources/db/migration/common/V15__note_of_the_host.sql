-- P5: what the host notes for itself before a visit, for its head and senior team and nobody else.
create table host_note (
    review uuid          not null primary key references review,
    text   varchar(4000) not null
);
