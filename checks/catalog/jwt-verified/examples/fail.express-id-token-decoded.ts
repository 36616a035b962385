import express from 'express';
import { jwtDecode } from 'jwt-decode';

const app = express();
app.use(express.json());
app.post('/api/sign-in/apple', (request, response) => {
  const claims = jwtDecode<{ email: string }>(request.body.identityToken); // <- finding
  response.json({ signedInAs: claims.email });
});
app.listen(3000);
