-- Which packaged model was deployed last, so that a restart never overwrites what a process owner deployed.

create table packaged_model (
    resource      varchar(200) not null primary key,
    hash          varchar(64)  not null,
    deployment    varchar(64)  not null,
    -- Hash of a newer packaged file that waits because a process owner's own version is in force.
    pending_hash  varchar(64)
);

-- One row, locked while a node deploys.
create table deployment_lock (
    id integer not null primary key
);
insert into deployment_lock (id) values (1);
