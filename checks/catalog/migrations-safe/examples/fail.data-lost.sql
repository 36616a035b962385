drop table if exists plans; -- <- finding
alter table weeks drop column note; -- <- finding
truncate audit; -- <- finding
delete from sessions; -- <- finding
drop schema old cascade; -- <- finding
