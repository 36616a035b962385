// Migrations that the command which starts the service applies or checks first.
import type { Finding, Unit } from '../../model.ts';

const migrating =
  /alembic(?:["',\s]+-\S+)*["',\s]+(?:upgrade|check)|manage\.py["',\s]+migrate|prisma["',\s]+migrate["',\s]+deploy|knex["',\s]+migrate:latest|typeorm["',\s]+(?:migration:run|-d)|sequelize(?:-cli)?["',\s]+db:migrate|drizzle-kit["',\s]+migrate|flask["',\s]+db["',\s]+upgrade|node-pg-migrate["',\s]+up|dbmate["',\s]+(?:up|migrate)|(?:npm|yarn|pnpm)["',\s]+(?:run["',\s]+)?(?:db:)?migrat\w*|aerich["',\s]+upgrade/;

export const migratedByCommand = (unit: Unit): readonly Finding[] =>
  unit.startCommands
    .filter(({ text }) => migrating.test(text))
    .map(({ place }) => ({ message: 'migrations are applied by the command that starts the service', place }));
