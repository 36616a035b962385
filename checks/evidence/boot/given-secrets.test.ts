// A secret that stands before a command, or is inherited, is known and shown nowhere.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { secretsGiven, secretsInCommand } from './given-secrets.ts';
import { listens, node, openWorkshop, stopsWell, type Workshop } from './testing.ts';

let workshop: Workshop;
beforeEach(async () => {
  workshop = await openWorkshop();
});
afterEach(() => workshop.remove());

const word = crypto.getRandomValues(Buffer.alloc(18)).toString('base64url');

test('assignments before a command are told apart by their names', () => {
  expect(secretsInCommand(`PORT=3000 API_SECRET='${word}' DB_PASSWORD="${word}2" node server.js --mode=fast`)).toEqual(
    new Map([
      ['API_SECRET', word],
      ['DB_PASSWORD', `${word}2`],
    ]),
  );
});

test.each([
  ['PGPASSWORD', `PGPASSWORD=${word} pg_dump -Fc app`],
  ['TOKEN', `sh -c "TOKEN=${word} node server.js"`],
  ['MYSQL_PWD', `cd api && (MYSQL_PWD=${word}; npm start)`],
  ['password', `dump --password=${word} > x`],
])('%s is one, wherever it is given', (name, command) => {
  expect(secretsInCommand(command)).toEqual(new Map([[name, word]]));
});

test('what is inherited is known by its name', async () => {
  process.env.LENT_API_SECRET = word;
  const given = await secretsGiven('node server.js');
  delete process.env.LENT_API_SECRET;
  expect(given.get('LENT_API_SECRET')).toBe(word);
});

test('evidence of a start keeps the command without them', async () => {
  const evidence = await workshop.boot(listens + stopsWell, { command: `LENT_API_SECRET=${word} ${node} server.mjs` });
  expect(evidence.start.kind).toBe('listening');
  expect(evidence.command).toBe(`LENT_API_SECRET=[LENT_API_SECRET] ${node} server.mjs`);
});
