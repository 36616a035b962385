import express from 'express';

const app = express();
app.listen(3000);
process.on('SIGTERM', () => { // <- finding
  console.log('told to stop');
});
