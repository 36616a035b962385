import { expect, test } from 'vitest';
import { prismaKeysIn } from './prisma-keys.ts';

test('columns of models that are marked, alone and together, and nothing beside models', () => {
  const schema = `
datasource db {
  url = env("DATABASE_URL") // @unique
}

model User {
  id    Int    @id
  email String @unique @db.VarChar(200)

  name  String?
  @@unique([tenant, name])
  @@unique(fields: [
    a,
    b,
  ])
}
// model Old {
enum Kind {
  one @unique
}
model Plan {
  slug String   @unique
}
`;
  expect(prismaKeysIn(schema)).toEqual([
    { model: 'User', columns: ['email'] },
    { model: 'User', columns: ['tenant', 'name'] },
    { model: 'User', columns: ['a', 'b'] },
    { model: 'Plan', columns: ['slug'] },
  ]);
});

test('a megabyte of blank lines is gone through once', () => {
  expect(prismaKeysIn(`model User {${'\n'.repeat(1_000_000)}email String @unique\n}`)).toEqual([{ model: 'User', columns: ['email'] }]);
});
