import express from 'express';
import multer from 'multer';

// How many, not how large.
const upload = multer({ dest: '/tmp', limits: { files: 1 } }); // <- finding
const app = express();
app.post('/api/photo', upload.single('photo'), (_req, res) => {
  res.json({});
});
app.listen(3000);
