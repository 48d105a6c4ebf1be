-- What was told is known by a key made of what it is, so that one index does for both; what must arrive in order is about one subject.
-- The key is as ToTell makes it.
alter table notice drop constraint notice_once;
drop index notice_thread;
alter table notice drop column thread;
update notice set id = cast(substr(rawtohex(hash('SHA-256', stringtoutf8(occasion || '|' || subject || '|' || turn || '|' || recipient))), 1, 32) as uuid);
create index notice_subject on notice (subject);
create index notice_recipient on notice (recipient);
