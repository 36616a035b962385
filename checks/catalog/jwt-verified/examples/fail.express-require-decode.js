const express = require('express');
const { decode } = require('jsonwebtoken');

const app = express();
app.use((request, response, next) => {
  request.user = decode((request.headers.authorization || '').split(' ')[1]); // <- finding
  next();
});
app.get('/api/plans', (request, response) => response.json({ owner: request.user.sub }));
app.listen(3000);
