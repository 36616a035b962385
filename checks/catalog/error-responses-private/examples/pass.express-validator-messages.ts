import express from 'express';
import { body, validationResult } from 'express-validator';

const app = express();
app.use(express.json());
app.post('/api/users', body('password').isLength({ min: 12 }), (request, response) => {
  const errors = validationResult(request);
  if (!errors.isEmpty()) {
    response.status(400).json({ errors: errors.array().map((error) => error.msg) });
    return;
  }
  response.status(201).json({ id: 1 });
});
app.listen(3000);
