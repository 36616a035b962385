import { Command } from 'commander';
import Koa from 'koa';
import pino from 'pino';

const logger = pino();
const app = new Koa();
app.use((ctx) => {
  logger.info({ path: ctx.path }, 'asked');
});

const program = new Command();
program.command('seed').action(async () => {
  console.log('seeding');
});
program.command('serve').action(() => {
  logger.info('serving');
  app.listen(3000);
});
program.parse();
