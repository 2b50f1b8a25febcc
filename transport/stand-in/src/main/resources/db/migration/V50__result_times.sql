-- When a result was completed, in milliseconds since 1970; 0 if it is not. A time line reads the index alone.
alter table result_search add column ended_ms bigint default 0 not null;
update result_search s set ended_ms = coalesce((select extract(epoch from r.completed_at) * 1000 from result r
    where r.run_id = s.run_id and r.id = s.id), 0);
create index result_search_by_time on result_search (run_id, ended_ms, duration_ms, outcome, id);
