-- What all servers of one project must agree on: what was answered to a repeated request, and what each user's model has cost today.
-- Only the servers come here.

create table public.idempotency_keys (
  key_hash text primary key,
  user_id uuid not null,
  request_hash text not null,
  -- Null while the first request is being answered.
  status integer,
  body text,
  -- Who died while answering must not hold the key for ever.
  held_until timestamptz not null,
  created_at timestamptz not null default now()
);
create index idempotency_keys_created_at on public.idempotency_keys (created_at);

create table public.llm_spend (
  user_id uuid not null,
  day date not null,
  tokens bigint not null,
  primary key (user_id, day)
);

alter table public.idempotency_keys enable row level security;
alter table public.llm_spend enable row level security;
revoke all on public.idempotency_keys, public.llm_spend from anon, authenticated;
grant all on public.idempotency_keys, public.llm_spend to service_role;

-- Takes the key for this request, or says what became of the one that has it: `mine`, `running`, `done`, or `other` for another request.
create function public.begin_idempotent(for_user uuid, for_key text, for_request text, lease_seconds integer) returns jsonb
language plpgsql security invoker set search_path = ''
as $$
declare
  taken integer;
  known public.idempotency_keys;
begin
  delete from public.idempotency_keys where created_at < now() - interval '24 hours';
  insert into public.idempotency_keys as held (key_hash, user_id, request_hash, held_until)
  values (for_key, for_user, for_request, now() + make_interval(secs => lease_seconds))
  on conflict (key_hash) do update set held_until = excluded.held_until
    where held.status is null and held.held_until < now() and held.request_hash = excluded.request_hash;
  get diagnostics taken = row_count;
  if taken = 1 then return jsonb_build_object('state', 'mine'); end if;
  select * into known from public.idempotency_keys where key_hash = for_key;
  if known.request_hash is distinct from for_request then return jsonb_build_object('state', 'other'); end if;
  if known.status is null then return jsonb_build_object('state', 'running'); end if;
  return jsonb_build_object('state', 'done', 'status', known.status, 'body', known.body);
end
$$;

-- Keeps the answer; without a status the key is free again.
create function public.end_idempotent(for_key text, with_status integer, with_body text) returns void
language plpgsql security invoker set search_path = ''
as $$
begin
  if with_status is null then
    delete from public.idempotency_keys where key_hash = for_key and status is null;
  else
    update public.idempotency_keys set status = with_status, body = with_body where key_hash = for_key;
  end if;
end
$$;

-- Sets tokens aside for a call before it is made, so that many at once cannot overspend; false when the day's budget does not hold them.
create function public.reserve_llm_tokens(for_user uuid, wanted bigint, daily_budget bigint) returns boolean
language plpgsql security invoker set search_path = ''
as $$
declare
  changed integer;
begin
  delete from public.llm_spend where day < current_date - 7;
  insert into public.llm_spend as spent (user_id, day, tokens)
  select for_user, current_date, wanted where wanted <= daily_budget
  on conflict (user_id, day) do update set tokens = spent.tokens + excluded.tokens
    where spent.tokens + excluded.tokens <= daily_budget;
  get diagnostics changed = row_count;
  return changed = 1;
end
$$;

-- What the call really took in place of what was set aside.
create function public.settle_llm_tokens(for_user uuid, reserved bigint, used bigint) returns void
language sql security invoker set search_path = ''
as $$
  update public.llm_spend set tokens = greatest(0, tokens - reserved + used) where user_id = for_user and day = current_date
$$;

-- The pieces of the knowledge base nearest to a question, by cosine; small enough to be looked through whole.
create function public.match_documents(question real[], at_least real, most integer) returns table (content text, similarity double precision)
language sql stable security invoker set search_path = ''
as $$
  select piece.content, nearness.similarity
  from public.document_embeddings as piece
  cross join lateral (
    select sum(pair.a * pair.b) / nullif(sqrt(sum(pair.a * pair.a)) * sqrt(sum(pair.b * pair.b)), 0) as similarity
    from unnest(piece.embedding, question) as pair (a, b)
  ) as nearness
  where cardinality(piece.embedding) = cardinality(question) and nearness.similarity >= at_least
  order by nearness.similarity desc
  limit most
$$;

revoke execute on function public.begin_idempotent, public.end_idempotent, public.reserve_llm_tokens, public.settle_llm_tokens,
  public.match_documents from public, anon, authenticated;
grant execute on function public.begin_idempotent, public.end_idempotent, public.reserve_llm_tokens, public.settle_llm_tokens,
  public.match_documents to service_role;
