// `npm run migrate -w server`: brings the database at DATABASE_URL to the schema this server was written for.
import { readDatabaseUrl } from '../config/config.ts';
import { openRealPostgres } from '../supabase/real-postgres.ts';
import { migrate } from './migrations.ts';

const url = readDatabaseUrl();
if (url === undefined) {
  process.stderr.write('DATABASE_URL is missing, or no postgres:// URL\n');
  process.exit(2);
}
const database = openRealPostgres(url);
try {
  const applied = await migrate(database);
  process.stdout.write(`${JSON.stringify({ applied })}\n`);
} finally {
  await database.close();
}
