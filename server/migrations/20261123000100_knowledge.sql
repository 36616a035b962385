-- The knowledge base to begin with. A document is added here or by hand; servers embed what is not embedded yet.

create function public.documents_to_embed() returns table (id bigint, content text)
language sql stable security invoker set search_path = ''
as $$
  select document.id, document.content from public.documents as document
  where not exists (select 1 from public.document_embeddings as piece where piece.document_id = document.id)
  order by document.id
  limit 100
$$;
-- Two servers may have embedded the same documents: the first to come keeps them.
create function public.keep_document_pieces(pieces jsonb) returns void
language plpgsql security invoker set search_path = ''
as $$
begin
  perform pg_advisory_xact_lock(hashtext('keep_document_pieces'));
  insert into public.document_embeddings (document_id, content, embedding)
  select piece.document_id, piece.content, piece.embedding
  from jsonb_populate_recordset(null::public.document_embeddings, pieces) as piece
  where not exists (select 1 from public.document_embeddings as known where known.document_id = piece.document_id);
end
$$;

revoke execute on function public.documents_to_embed, public.keep_document_pieces from public, anon, authenticated;
grant execute on function public.documents_to_embed, public.keep_document_pieces to service_role;

insert into public.documents (title, content) values
  ('Training around a sore knee', 'The user has trouble with the knee: leave out deep squats, lunges and jumps that load it while it is sore. Train hips and hamstrings with bridges and hip hinges, and ride a bicycle in place of running. Bring load back when stairs are free of pain.'),
  ('Training around a sore shoulder', 'The user has trouble with the shoulder: leave out pressing overhead and dips that load it. Row and pull in the horizontal, keep elbows below the shoulder, and train the rear shoulder and rotator cuff lightly twice a week.'),
  ('Training around a sore lower back', 'The user has trouble with the lower back: leave out heavy deadlifts, bent rows and sit-ups that load it. Brace with planks, dead bugs and bird dogs, walk daily, and return to hinges with light weight and a neutral spine.'),
  ('Training around a sore elbow or wrist', 'The user has trouble with the elbow or the wrist: leave out heavy curls, chin-ups and push-ups on flat hands that load it. Use neutral grips and slow lowering with light weight.'),
  ('When sessions are very hard', 'The user finds the sessions very hard: take out a set of each exercise, keep two repetitions in reserve, and sleep and eat enough before adding weight again.'),
  ('When sessions are missed', 'The user could not do much of the sessions: plan fewer and shorter ones on fixed days, and begin each with the exercise that matters most.');
