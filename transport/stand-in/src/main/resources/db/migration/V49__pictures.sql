-- Whether the file is a picture that a browser can show. Null for a file of before this version until the next start.
alter table attachment add column picture boolean;
create index attachment_by_picture on attachment (run_id, picture, result_id, sub_result_id, id);
