// How many lessons does a dump hold? node scripts/count-lessons.ts dump.json
import { readFileSync } from 'node:fs';
import { decodeJwt } from 'jose';

const path = process.argv[2] ?? 'dump.json';
const rows: readonly { lessons?: readonly unknown[]; token?: string }[] = JSON.parse(readFileSync(path, 'utf8'));
console.log(rows.reduce((sum, row) => sum + (row.lessons?.length ?? 0), 0), 'lessons');
for (const { token } of rows) if (token !== undefined) console.log(decodeJwt(token).sub);
