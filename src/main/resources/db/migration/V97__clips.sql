-- What a challenge clips predicted probabilities at, where its pack says nothing, is 0.01 from now on. Challenges that
-- are there already go on with the 1e-15 by which their submissions were scored.
create function named_clips(metrics jsonb) returns jsonb language sql immutable as $$
    select jsonb_agg(
        case when metric ->> 'name' in ('log-loss', 'soft-log-loss', 'kl-divergence')
                and coalesce(metric ->> 'sql', metric ->> 'program') is null
                and metric #>> '{parameters,clip}' is null
            then jsonb_set(metric, '{parameters}',
                case when jsonb_typeof(metric -> 'parameters') = 'object' then metric -> 'parameters' else '{}' end
                    || '{"clip": 1e-15}')
            else metric
        end order by position)
    from jsonb_array_elements(metrics) with ordinality as listed (metric, position)
$$;
update challenge set definition = jsonb_set(definition, '{metrics}', named_clips(definition -> 'metrics'))
    where definition -> 'metrics' <> named_clips(definition -> 'metrics');
update scoring_version set metrics = named_clips(metrics) where metrics <> named_clips(metrics);
drop function named_clips(jsonb);
