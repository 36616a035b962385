// The statements go through a helper of the service's own.
import Database from 'better-sqlite3';
import express from 'express';

class Store {
  private readonly database = new Database('plans.sqlite');

  change(text: string, values: unknown[] = []) {
    return this.modify(text, values);
  }

  modify(text: string, values: unknown[] = []) {
    return this.database.prepare(text).run(...values);
  }
}

const store = new Store();
const app = express();
app.use(express.json());

app.post('/plans', (req, res) => { // <- finding
  store.modify('INSERT INTO plans (name, weeks) VALUES (?, ?)', [req.body.name, req.body.weeks]);
  res.sendStatus(201);
});

app.put('/settings', (req, res) => {
  store.modify('UPDATE settings SET theme = ?', [req.body.theme]);
  res.sendStatus(204);
});

app.post('/settings', (req, res) => {
  store.modify('DELETE FROM settings WHERE owner = ?', [req.body.owner]);
  store.modify('INSERT INTO settings (owner, theme) VALUES (?, ?)', [req.body.owner, req.body.theme]);
  res.sendStatus(204);
});

app.listen(3000);
