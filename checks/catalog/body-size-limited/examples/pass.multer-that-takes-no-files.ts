import express from 'express';
import multer from 'multer';

const app = express();
const form = multer();
app.use(express.json({ limit: '200kb' }));
app.use('/hooks', form.none());
app.post('/hooks/:id', (request, response) => response.json({ fields: Object.keys(request.body) }));
app.listen(3000);
