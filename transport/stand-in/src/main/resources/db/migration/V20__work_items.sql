-- A document has the fields and relations of a work item, without computed fields.
create table work_item (
    id int primary key,
    project varchar(200) not null,
    type varchar(200) not null,
    rev int not null,
    created_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    document character large object not null
);

-- The changes of each revision, with its comment.
create table work_item_update (
    work_item_id int not null references work_item (id) on delete cascade,
    rev int not null,
    created_at timestamp(6) with time zone not null,
    document character large object not null,
    primary key (work_item_id, rev)
);

-- total is 0 before the first chunk, and sha256 is empty before the last one.
create table work_item_file (
    id varchar(36) primary key,
    file_name varchar(1000000) not null,
    chunked boolean not null,
    received bigint not null,
    total bigint not null,
    last_start bigint not null,
    complete boolean not null,
    sha256 varchar(64) not null,
    blob varchar(40) not null,
    created_at timestamp(6) with time zone not null
);

create table work_item_type (
    project varchar(200) not null,
    name varchar(200) not null,
    primary key (project, name)
);

create table work_item_field (
    name varchar(200) primary key
);
