import Koa from 'koa';

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is missing`);
  return value;
}

const databaseUrl = required('DATABASE_URL');
const openaiKey = required('OPENAI_API_KEY');

const app = new Koa();
app.use((ctx) => {
  ctx.body = { ready: databaseUrl !== '' && openaiKey !== '' };
});
app.listen(Number(process.env.PORT ?? 3000));
