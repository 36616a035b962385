alter table plans add constraint positive check (price > 0); -- <- finding
alter table plans add constraint owner foreign key (user_id) references users (id); -- <- finding
alter table plans add constraint once unique (slug); -- <- finding
alter table plans alter column title set not null; -- <- finding
