import express from 'express';
import multer from 'multer';

const app = express();
const form = multer(); // <- finding
app.post('/hooks', form.none(), (_request, response) => response.end());
app.post('/pictures', form.single('picture'), (_request, response) => response.end());
app.listen(3000);
