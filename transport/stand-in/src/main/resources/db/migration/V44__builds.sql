-- The builds whose definition and branch are known.
create table build (
    id int primary key,
    number varchar(255) not null,
    definition_id int not null,
    definition varchar(260) not null,
    branch varchar(1000000) not null
);
