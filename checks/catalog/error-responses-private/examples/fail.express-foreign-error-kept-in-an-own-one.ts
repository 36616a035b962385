import axios from 'axios';
import express from 'express';

class BankError extends Error {
  details: unknown;
  constructor(message: string, details: unknown) {
    super(message);
    this.details = details;
  }
}
class BankClosed extends BankError {
  constructor(details: unknown) {
    super('The bank is closed.', details);
  }
}

const explain = (error: unknown): never => {
  throw new BankClosed(error);
};

async function balance(account: string): Promise<number> {
  try {
    const { data } = await axios.get(`https://bank.test/accounts/${account}`);
    return data.balance;
  } catch (error) {
    return explain(error);
  }
}

const app = express();
app.post('/api/balance', async (req, res) => {
  try {
    res.json({ balance: await balance(req.body.account) });
  } catch (error) {
    res.status(502).json({ title: 'The bank did not answer.', details: error.details }); // <- finding
  }
});
app.listen(3000);
