-- Of each console log of a result its beginning and its end, in lower case. Output from before this version is not searched.
alter table result_search add column output varchar(1000000) default '' not null;
