import Koa from 'koa';

const app = new Koa(); // <- finding
// const level = process.env.LOG_LEVEL;
app.on('error', (error) => console.error(error));
app.listen(3000);
