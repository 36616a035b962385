// A layer of the service's own puts queries together: which they are could not be followed.
import { createServer } from 'node:http';
import mysql from 'mysql2';

class Statement {
  constructor(readonly text: string[], readonly values: unknown[]) {}
}

class Table {
  private readonly pool = mysql.createPool({ host: process.env.DATABASE_HOST });
  constructor(private readonly name: string) {}
  private ask(statement: Statement) {
    return new Promise((resolve, reject) => {
      this.pool.query(statement.text.join('?'), statement.values, (error, rows) => (error ? reject(error) : resolve(rows)));
    });
  }
  all(rest: Statement) {
    return this.ask(new Statement([`${this.name} `, ...rest.text], rest.values));
  }
}

const plans = new Table('plans');
createServer(async (_req, res) => {
  res.end(JSON.stringify(await plans.all(new Statement(['LIMIT 20'], []))));
}).listen(8000);
