import express, { type NextFunction, type Request, type Response } from 'express';

const counted = { signedIn: 0, anonymous: 0 };

// Nobody is turned away: the header is only asked whether it is there.
function countVisitors(request: Request, _response: Response, next: NextFunction) {
  const anonymous = !request.headers.authorization;
  if (anonymous) {
    counted.anonymous += 1;
    console.debug('somebody');
  } else {
    counted.signedIn += 1;
    console.debug('a user');
  }
  next();
}

const app = express();
app.use(countVisitors);
app.get('/plans', (_request, response) => response.json({ plans: [] }));
app.listen(3000);
