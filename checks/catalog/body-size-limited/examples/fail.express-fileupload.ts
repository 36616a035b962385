import express from 'express';
import fileUpload from 'express-fileupload';

const app = express();
app.use(express.json());
app.use(fileUpload()); // <- finding
app.post('/api/photo', (_req, res) => {
  res.json({});
});
app.listen(3000);
