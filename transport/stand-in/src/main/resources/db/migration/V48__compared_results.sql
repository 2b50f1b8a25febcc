-- What is the same test in two runs: the id of the test, or for a result that names none a negative number made of its
-- class and title. 0 for results of before this version that name no test: nothing is compared with them.
alter table result_search add column test_key bigint default 0 not null;
update result_search s set test_key =
    coalesce((select test_id from result r where r.run_id = s.run_id and r.id = s.id), 0);

-- With the key and the rank, this index has all that two runs are compared by.
drop index result_search_by_duration;
create index result_search_by_duration on result_search (run_id, duration_ms desc, id, test_key, rank);
