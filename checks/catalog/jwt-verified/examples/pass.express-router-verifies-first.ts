import express from 'express';
import { expressjwt } from 'express-jwt';
import jwt from 'jsonwebtoken';

const plans = express.Router();
plans.use(expressjwt({ secret: process.env.JWT_SECRET ?? '', algorithms: ['HS256'] }));
plans.get('/', (request, response) => {
  // Verified just before, by the router's middleware.
  const claims = jwt.decode(request.headers.authorization?.slice(7) ?? '');
  response.json({ owner: claims?.sub });
});

const app = express();
app.use('/api/plans', plans);
app.listen(3000);
