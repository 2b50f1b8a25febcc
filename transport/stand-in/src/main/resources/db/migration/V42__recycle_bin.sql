-- A work item in the recycle bin keeps its id. deleted_at is null for the others.
alter table work_item add column deleted_at timestamp(6) with time zone;
