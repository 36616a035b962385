import axios from 'axios';
import express from 'express';

class BankError extends Error {
  details: { readonly bank: string };
  cause: unknown;
  constructor(message: string, bank: string, cause: unknown) {
    super(message);
    this.details = { bank };
    this.cause = cause;
  }
}
class LedgerError extends Error {
  details: unknown;
  constructor(details: unknown) {
    super('The ledger is not there.');
    this.details = details;
  }
}

const app = express();
app.post('/api/balance', async (req, res) => {
  try {
    const { data } = await axios.get('https://bank.test/accounts');
    res.json(data);
  } catch (error) {
    if (error instanceof BankError) {
      // Which bank it was, chosen here; the cause stays inside.
      res.status(502).json({ title: 'The bank did not answer.', details: error.details });
      return;
    }
    throw new LedgerError(error);
  }
});
app.get('/api/bank', async (_req, _res) => {
  try {
    await axios.get('https://bank.test');
  } catch (error) {
    throw new BankError('No bank.', 'north', error);
  }
});
app.use((error, _req, res, _next) => {
  console.error(error);
  res.status(500).json({ title: 'Something went wrong.' });
});
app.listen(3000);
