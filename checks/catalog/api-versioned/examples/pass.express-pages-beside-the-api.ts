// The API stands below a version; pages of HTML, and the forms on them, come with what they call.
import express from 'express';

const api = express.Router();
api.get('/plans', (_req, res) => res.json([]));
api.post('/plans', express.json(), (req, res) => res.status(201).json({ name: req.body.name }));

const app = express();
app.set('view engine', 'ejs');
app.use('/api/v1', api);
app.get('/signup', (_req, res) => res.render('signup'));
app.post('/signup', express.urlencoded({ extended: false }), (req, res) => {
  if (req.body.password === undefined) return res.render('signup', { error: 'A password, please.' });
  return res.redirect('/plans');
});
app.get('/plans', (_req, res) => res.sendFile('/srv/pages/plans.html'));
app.listen(8000);
