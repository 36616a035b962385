alter table plans rename to programmes; -- <- finding
alter table weeks rename column no to number; -- <- finding
refresh materialized view totals; -- <- finding
lock table plans in access exclusive mode; -- <- finding
