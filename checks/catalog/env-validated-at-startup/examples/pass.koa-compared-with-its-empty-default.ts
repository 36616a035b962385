// Where the default is an empty text, the comparison with one does find that the variable is missing.
import Koa from 'koa';

const key = process.env.SIGNING_KEY ?? '';
if (key === '') throw new Error('SIGNING_KEY is missing');

const app = new Koa();
app.keys = [key];
app.listen(3000);
