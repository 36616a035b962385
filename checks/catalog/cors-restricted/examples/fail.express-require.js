const express = require('express');
const cors = require('cors');

const app = express();
app.use(cors({ origin: '*' })); // <- finding
app.get('/api/plans', (request, response) => response.json({ plans: [] }));
module.exports = app;
app.listen(3000);
