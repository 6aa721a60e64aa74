-- The build whose pack a challenge was made of, or last put right by; null for those that come with the server. The pack
-- itself stays as long as its build.
alter table challenge add column pack_build uuid references pack_build;
update challenge c set pack_build =
    (select b.id from pack_build b
     where b.state = 'built' and (b.corrects = c.id or b.corrects is null and b.slug = c.slug)
     order by b.finished_at desc limit 1)
where c.owner_id is not null;
create index challenge_pack_build on challenge (pack_build);
