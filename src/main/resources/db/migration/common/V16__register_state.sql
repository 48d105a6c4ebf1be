-- One row: another value after every change of the register or of a calendar, so that each node knows when to read them anew.
create table register_state (
    state uuid not null
);
insert into register_state (state) values ('00000000-0000-0000-0000-000000000000');
