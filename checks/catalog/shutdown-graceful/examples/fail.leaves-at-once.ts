import Koa from 'koa';

const app = new Koa();
app.listen(3000);
process.on('SIGTERM', () => { // <- finding
  console.log('bye');
  process.exit(0);
});
