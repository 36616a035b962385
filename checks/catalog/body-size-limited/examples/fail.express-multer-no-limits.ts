import express from 'express';
import multer from 'multer';

const upload = multer({ storage: multer.memoryStorage() }); // <- finding
const app = express();
app.post('/api/photo', upload.single('photo'), (_req, res) => {
  res.json({});
});
app.listen(3000);
