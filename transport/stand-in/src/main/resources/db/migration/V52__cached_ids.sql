-- Without a cache, H2 writes its file once for each id. After a kill, the next ids are that much higher. Runs keep ids
-- without gaps.
alter table test alter column id set cache 1000;
alter table attachment alter column id set cache 100;
alter table qac_item alter column id set cache 100;
alter sequence qac_step cache 100;
