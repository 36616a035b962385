import express from 'express';

// What may be left out is checked; what the service cannot do without is not.
function origins(): readonly string[] {
  const given = (process.env.EXTRA_ORIGINS ?? '').split(',').filter(Boolean);
  const wrong = given.find((each) => !each.startsWith('https://'));
  if (wrong !== undefined) throw new Error('EXTRA_ORIGINS must be https addresses');
  return given;
}

const allowed = origins();
const app = express(); // <- finding
app.get('/plans', async (_request, response) => {
  const answer = await fetch(process.env.COACH_URL as string, { headers: { authorization: process.env.COACH_KEY as string } });
  response.json({ allowed, plan: await answer.json() });
});
app.listen(3000);
