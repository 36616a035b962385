// What code says to its database, as text that PostgreSQL can plan; what is not known whole is left out.
import { expect, test } from 'vitest';
import { gatherCode } from '../../../checks/evidence/code/gather.ts';
import { checkout } from '../../../checks/evidence/migrations/testing/checkout.ts';
import { statementsOf } from './statements.ts';

function sentIn(files: Readonly<Record<string, string>>): readonly string[] {
  const code = gatherCode({ root: checkout(files), mentions: ['select', 'execute', 'query'] });
  if (!('found' in code)) throw new Error(code.missing);
  return statementsOf({ found: code.found.evidence }).map(({ text, place }) => `${text} @${place?.path}:${place?.line}`);
}

test('Python: SQL with its ways to leave room, and the client of Supabase', () => {
  const main = `from fastapi import FastAPI
import psycopg
from supabase import create_client

app = FastAPI()
client = create_client("https://a.supabase.co", "k")
pool = psycopg.connect("postgres://x")

@app.get("/plans")
def plans(user: str, other: str):
    with pool.cursor() as cursor:
        cursor.execute("select id from plans where user_id = %s and title <> 'a %s b' limit 10", (user,))
        cursor.execute("select id from plans where user_id = %(user)s or owner = %(user)s or x = %(other)s", {})
        cursor.execute(f"select id from {other} where a = 1")
    rows = client.table("weeks").select("id").eq("plan_id", user).in_("state", [other]).limit(5).execute()
    client.table("weeks").select("id").or_("a.eq.1").eq("plan_id", user).execute()
    return rows
`;
  expect(sentIn({ 'main.py': main, 'requirements.txt': 'fastapi\nsupabase\npsycopg\n' })).toEqual([
    "select id from plans where user_id = $1 and title <> 'a %s b' limit 10 @main.py:12",
    'select id from plans where user_id = $1 or owner = $1 or x = $2 @main.py:13',
    'select * from "weeks" where "plan_id" = $1 and "state" = any ($2) @main.py:15',
  ]);
});

test('TypeScript: the same', () => {
  const main = `import express from 'express';
import pg from 'pg';
import { createClient } from '@supabase/supabase-js';
const app = express();
const pool = new pg.Pool();
const supabase = createClient('https://a.supabase.co', 'k');
app.get('/plans', async (req, res) => {
  const rows = await pool.query('select id::text from plans where user_id = $1', [req.params.id]);
  const weeks = await supabase.from('weeks').select('id').eq('plan_id', req.params.id).limit(3);
  res.json([rows, weeks]);
});
app.listen(3000);
`;
  expect(
    sentIn({
      'main.ts': main,
      'package.json': '{"dependencies":{"express":"5","pg":"8","@supabase/supabase-js":"2"},"scripts":{"start":"node main.ts"}}',
    }),
  ).toEqual(['select id::text from plans where user_id = $1 @main.ts:8', 'select * from "weeks" where "plan_id" = $1 @main.ts:9']);
});
