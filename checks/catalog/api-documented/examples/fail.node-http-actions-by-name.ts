// What answers is an entry of a table that the request names; no document says which there are.
import { createServer } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
type Action = (this: Context, body: Record<string, string>) => Promise<unknown>;
const actions: Record<string, Action> = {
  async plan(body) {
    return (await pool.query('SELECT id, name FROM plans WHERE id = $1', [body.id])).rows[0];
  },
  async addPlan(body) {
    await pool.query('INSERT INTO plans (name, user_id) VALUES ($1, $2)', [body.name, this.user]);
    return {};
  },
};

class Context {
  constructor(readonly user: string) {}
  async run(name: string, body: Record<string, string>) {
    const action = actions[name];
    if (!action) throw new Error('There is no such action.');
    return action.call(this, body);
  }
}

createServer(async (req, res) => { // <- finding
  const [name = '', ...rest] = (req.url ?? '').slice(1).split('/');
  const body = Object.fromEntries(rest.map((each, at) => [String(at), each]));
  res.end(JSON.stringify(await new Context(req.headers.authorization ?? '').run(name, body)));
}).listen(8000);
