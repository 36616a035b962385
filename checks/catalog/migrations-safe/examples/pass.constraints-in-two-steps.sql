alter table plans add constraint positive check (price > 0) not valid;
alter table plans validate constraint positive;
create unique index concurrently once_index on plans (slug);
alter table plans add constraint once unique using index once_index;
alter table plans add constraint titled check (title is not null) not valid;
alter table plans validate constraint titled;
alter table plans alter column title set not null;
