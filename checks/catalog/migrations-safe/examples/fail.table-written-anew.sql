alter table plans add column token uuid default gen_random_uuid(); -- <- finding
alter table plans add column number bigserial; -- <- finding
alter table plans alter column price type numeric(10, 2) using price::numeric; -- <- finding
alter table plans add column owner uuid not null; -- <- finding
vacuum full plans; -- <- finding
