begin;
create index concurrently plans_title on plans (title); -- <- finding
commit;
