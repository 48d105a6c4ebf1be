-- Indexes that answer the same with less: what a person did, and what a person has in the calendar, is little to sort.
drop index audit_person;
drop index audit_review;
create index audit_person on audit (person);
create index audit_review on audit (review);
drop index invitation_recipient;
create index invitation_recipient on invitation (recipient);
-- The key says which invitation it is; those from before keep theirs, and are found by their review.
alter table invitation drop constraint invitation_once;
create index invitation_review on invitation (review);
