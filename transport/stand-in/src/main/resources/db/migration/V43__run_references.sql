-- What a run belongs to, as lists of runs select it. A run has at most one of each kind.
create table run_reference (
    run_id int not null references run (id) on delete cascade,
    kind varchar(30) not null,
    target varchar(1000000) not null,
    primary key (run_id, kind)
);

update run set document = replace(document, '"releaseReference":', '"release":')
    where document like '%"releaseReference":%';

-- A text in JSON has its quotes when it is cast.
create local temporary table found as
    select id, 'BUILD' as kind, cast(build_id as varchar) as target from run
    union all select id, 'BUILD_DEFINITION', cast((document format json)."buildConfiguration"."buildDefinitionId" as varchar) from run
    union all select id, 'PLAN', cast((document format json)."plan"."id" as varchar) from run
    union all select id, 'RELEASE', coalesce(
        regexp_substr(document, '"releaseUri":"vstfs:///ReleaseManagement/Release/([0-9]+)"', 1, 1, 'i', 1),
        cast((document format json)."release"."id" as varchar)) from run
    union all select id, 'RELEASE_DEFINITION', cast((document format json)."release"."definitionId" as varchar) from run
    union all select id, 'ENVIRONMENT', coalesce(
        regexp_substr(document, '"releaseEnvironmentUri":"vstfs:///ReleaseManagement/Environment/([0-9]+)"', 1, 1, 'i', 1),
        cast((document format json)."release"."environmentId" as varchar)) from run
    union all select id, 'ENVIRONMENT_DEFINITION', cast((document format json)."release"."environmentDefinitionId" as varchar) from run;
update found set target = trim('"' from target);
delete from found where target is null or not regexp_like(target, '^[1-9][0-9]{0,8}$');

insert into run_reference (run_id, kind, target) select id, kind, target from found;
insert into run_reference (run_id, kind, target)
    select run_id, 'CONTEXT', case when max(kind) = 'RELEASE' then 'release' else 'build' end from run_reference
    where kind in ('BUILD', 'RELEASE') group by run_id;
insert into run_reference (run_id, kind, target)
    select id, 'BRANCH', trim('"' from cast((document format json)."buildConfiguration"."branchName" as varchar)) from run
    where (document format json)."buildConfiguration"."branchName" is not null;
insert into run_reference (run_id, kind, target)
    select id, 'OWNER', lower(trim('"' from cast((document format json)."owner"."id" as varchar))) from run
    where (document format json)."owner"."id" is not null;
-- The owner of the others is the user that all tokens belong to.
insert into run_reference (run_id, kind, target)
    select id, 'OWNER', '4af83dd0-ce82-3964-94c9-cd16b8ae5421' from run where (document format json)."owner" is null;

drop table found;
alter table run drop column build_id;
-- H2 uses an index for a list of values only in its first column.
create index run_by_reference on run_reference (target, kind, run_id);
