-- The number of results with the same state, outcome and rerun in each block of 1000 ids. Amounts can be 0.
create table result_count (
    run_id int not null,
    block int not null,
    state varchar(30) not null,
    outcome varchar(30) not null,
    rerun boolean not null,
    amount int not null,
    primary key (run_id, block, state, outcome, rerun)
);
alter table result_count add foreign key (run_id) references run (id) on delete cascade;

insert into result_count (run_id, block, state, outcome, rerun, amount)
    select run_id, id / 1000, state, outcome, rerun, count(*) from result
    group by run_id, id / 1000, state, outcome, rerun;

-- With the id, a page of results with one outcome can start anywhere.
drop index result_by_outcome;
create index result_by_outcome on result (run_id, state, outcome, id);
