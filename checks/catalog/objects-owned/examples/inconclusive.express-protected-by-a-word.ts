import express from 'express';
import { compare } from 'bcryptjs';
import { body, param } from 'express-validator';
import session from 'cookie-session';
import passport from 'passport';
import { notes } from './notes.ts';

const app = express();
app.use(express.json());
app.use(session({ keys: [process.env.JWT_SECRET] }));
app.use(passport.initialize());
const openProtected = [param('id').isUUID(), body('password').isString()];

function template(name: string) {
  return (req, res, next) => {
    req.template = name;
    next();
  };
}
function protectedNote(req, res, next) {
  res.locals.id = req.params.id;
  next();
}
app.post('/notes/:id/open', template('partials/protected/form'), protectedNote, openProtected, async (req, res) => {
  const note = await notes.byId(req.params.id);
  const matches = note && (await compare(req.body.password, note.password));
  if (!matches) return res.status(401).json({ error: 'That is not the word.' });
  res.json({ text: note.text });
});
app.listen(3000);
