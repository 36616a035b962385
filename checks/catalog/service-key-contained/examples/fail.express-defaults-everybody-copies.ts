// config.js is not committed: everybody copies config.default.js, whose key signs the cookies until somebody changes it.
const express = require('express');
const session = require('express-session');
const config = require('./config');

const app = express();
app.use(session({ secret: config.session_secret, resave: false, saveUninitialized: false }));
app.get('/plans', (req, res) => res.json([]));
app.listen(8000);
// file: config.default.js
module.exports = {
  port: 8000,
  session_secret: 'coach_club_secret', // <- finding
};
