-- What people say by pressing a button behind a link in a mail, without signing in.

-- The key that signs the links: made once, by the first start.
create table personal_link_key (
    id     integer     not null primary key check (id = 1),
    -- 32 random bytes, Base64.
    secret varchar(44) not null
);

-- A link works once. Its mark is a digest of what it says; the link itself is kept nowhere.
create table personal_link_use (
    mark    varchar(43) not null primary key,
    purpose varchar(40) not null,
    person  varchar(64) not null references person,
    used_at timestamp   not null
);

-- G13, G28, P31, P39: that somebody knows something, or confirms it, as far as no other table has it.
create table acknowledgement (
    id     uuid        not null primary key,
    review uuid        not null references review,
    person varchar(64) not null references person,
    what   varchar(20) not null,
    said_at timestamp  not null,
    constraint acknowledgement_once unique (review, person, what)
);

-- Somebody of the team cannot come to the visit of this day. No reason is asked.
create table cannot_come (
    id      uuid        not null primary key,
    review  uuid        not null references review,
    person  varchar(64) not null references person,
    visit   date        not null,
    said_at timestamp   not null,
    constraint cannot_come_once unique (review, person, visit)
);
