import express from 'express';
import { expressjwt } from 'express-jwt';
import jwt from 'jsonwebtoken';

const admin = express.Router();
admin.use(expressjwt({ secret: process.env.JWT_SECRET ?? '', algorithms: ['HS256'] }));
admin.get('/users', (_request, response) => response.json({ users: [] }));

const plans = express.Router();
plans.get('/', (request, response) => {
  const claims = jwt.decode(request.headers.authorization?.slice(7) ?? ''); // <- finding
  response.json({ owner: claims?.sub });
});

const app = express();
app.use('/admin', admin);
app.use('/api/plans', plans);
app.listen(3000);
