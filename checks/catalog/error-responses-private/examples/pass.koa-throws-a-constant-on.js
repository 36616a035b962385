const Koa = require('koa');
const search = require('./search');

const app = new Koa();
app.use(async (ctx) => {
  try {
    ctx.body = await search.run(ctx.query.q);
  } catch (error) {
    if (error === search.NO_RESULTS) {
      ctx.throw(501, error, { expose: true });
    }
    ctx.throw(500, 'The search failed', { expose: true });
  }
});
app.listen(3000);
// file: search.js
exports.NO_RESULTS = 'Nothing was found';
exports.run = async (text) => {
  if (!text) throw exports.NO_RESULTS;
  return [text];
};
