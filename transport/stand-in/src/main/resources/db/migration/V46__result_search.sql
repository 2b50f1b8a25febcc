-- What the pages search, sort and select results by. The rows are narrow, and those of a run are beside each other, so
-- that a search reads a large run at once. The place is run_id * 4294967296 + id.
create table result_search (
    place bigint primary key,
    run_id int not null,
    id int not null,
    class_name varchar(1000000) not null,
    -- 0 for failures, 1 for others that are not completed, 3 for passed ones, else 2.
    rank tinyint not null,
    outcome varchar(30) not null,
    duration_ms double precision not null,
    -- Each word has a space before and behind it: retried, flaky, new, slow, known, quarantined.
    marks varchar(200) not null,
    -- Title, names, message and comment in lower case, shortened.
    text varchar(1000000) not null
);

-- A text in JSON has its quotes when it is cast. Marks of results from before this version are those of their columns.
insert into result_search (place, run_id, id, class_name, rank, outcome, duration_ms, marks, text)
    select run_id * 4294967296 + id, run_id, id, coalesce(trim('"' from cast((document format json)."automatedTestStorage" as varchar)), ''),
        case when outcome in ('Failed', 'Error', 'Timeout', 'Aborted') then 0 when state <> 'Completed' then 1
            when outcome = 'Passed' then 3 else 2 end,
        outcome, duration_ms, case when rerun then ' retried ' else '' end || case when flaky then ' flaky ' else '' end,
        lower(substring(title || ' ' || coalesce(cast((document format json)."automatedTestName" as varchar), '') || ' '
            || coalesce(cast((document format json)."automatedTestStorage" as varchar), '') || ' '
            || coalesce(cast((document format json)."errorMessage" as varchar), '') || ' '
            || coalesce(cast((document format json)."comment" as varchar), ''), 1, 6000))
    from result;

create index result_search_by_rank on result_search (run_id, rank, outcome, id);
create index result_search_by_class on result_search (run_id, class_name, id);
create index result_search_by_duration on result_search (run_id, duration_ms desc, id);
