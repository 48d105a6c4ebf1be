-- The register as sheets: files that wait for a yes, and who changed what.

-- What was read from an uploaded file, until its changes are made. It ends with the session in which it was uploaded.
create table register_upload (
    id          uuid         not null primary key,
    person      varchar(64)  not null references person,
    partnership varchar(64)  not null references partnership,
    session     char(36)     not null,
    name        varchar(200) not null,
    -- Cells as JSON, packed: gzip in Base64.
    content     varchar(1000000) not null,
    uploaded_at timestamp    not null,
    constraint register_upload_session foreign key (session) references spring_session (primary_id) on delete cascade
);
create index register_upload_session_ix on register_upload (session);
create index register_upload_person on register_upload (person, partnership);

-- Who changed which row of the register, from what to what; of contact data only that it changed.
create table register_change (
    id          uuid          not null primary key,
    partnership varchar(64)   not null references partnership,
    changed_at  timestamp     not null,
    changed_by  varchar(64)   not null references person,
    by_file     boolean       not null,
    sheet       varchar(20)   not null,
    -- The row: its keys as they stand in the sheet, for people ids.
    keys        varchar(1000) not null,
    what        varchar(20)   not null check (what in ('ADDED', 'CHANGED', 'REMOVED')),
    cells       varchar(8000) not null
);
create index register_change_partnership on register_change (partnership, changed_at);
