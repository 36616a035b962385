// Which module makes the run is a setting.
import express from 'express';

interface Driver {
  createRun(input: unknown): Promise<{ id: string }>;
}

const loaded: { driver: Driver } = await import(process.env.DRIVER ?? './memory.ts');
const app = express();
app.use(express.json());
app.post('/runs', async (req, res) => {
  res.json(await loaded.driver.createRun(req.body));
});
app.listen(3000);
