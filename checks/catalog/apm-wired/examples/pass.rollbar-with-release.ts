import Koa from 'koa';
import Rollbar from 'rollbar';

const rollbar = new Rollbar({ accessToken: process.env.ROLLBAR_TOKEN, codeVersion: process.env.RELEASE });
const app = new Koa();
app.on('error', (error) => rollbar.error(error));
app.listen(3000);
