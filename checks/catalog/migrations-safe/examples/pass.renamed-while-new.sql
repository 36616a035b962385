create table plans_new (id int);
alter table plans_new rename to plans_next;
refresh materialized view concurrently totals;
alter index plans_title rename to plans_title_old;
