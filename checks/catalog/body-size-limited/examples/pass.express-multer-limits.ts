import express from 'express';
import multer from 'multer';

const upload = multer({ dest: '/tmp', limits: { fileSize: 5 * 1024 * 1024 } });
const app = express();
app.post('/api/photo', upload.single('photo'), (_req, res) => {
  res.json({});
});
app.listen(3000);
