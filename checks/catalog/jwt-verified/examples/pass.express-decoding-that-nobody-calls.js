const express = require('express');
const jwt = require('jsonwebtoken');
const { known } = require('./util');

const app = express();
app.get('/api/plans', (request, response) => {
  const claims = jwt.verify(request.headers.authorization.slice(7), process.env.JWT_SECRET, { algorithms: ['HS256'] });
  response.json(known(claims.sub) ? [] : undefined);
});
app.listen(3000);
// file: util.js
exports.known = (id) => id.length > 0;
exports.decode = (token) => JSON.parse(Buffer.from(token.split('.')[1], 'base64').toString());
