import express from 'express';
import { initializeApp } from 'firebase-admin/app';
import { getAuth } from 'firebase-admin/auth';

initializeApp();
const app = express();
app.get('/api/plans', async (request, response) => {
  try {
    const { uid } = await getAuth().verifyIdToken(request.headers.authorization?.slice(7) ?? '');
    response.json({ owner: uid });
  } catch {
    response.sendStatus(401);
  }
});
app.listen(3000);
