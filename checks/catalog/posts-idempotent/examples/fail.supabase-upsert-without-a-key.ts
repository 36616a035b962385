// The rows bring no primary key, so that nothing is there for them to meet: each repeat puts them in anew.
import { createClient } from '@supabase/supabase-js';
import express from 'express';

const supabase = createClient(process.env.SUPABASE_URL ?? '', process.env.SUPABASE_SERVICE_ROLE_KEY ?? '');
const app = express();
app.use(express.json());

app.post('/documents/:id/chunks', async (req, res) => { // <- finding
  const texts: string[] = req.body.texts;
  const chunks = texts.map((text, index) => ({ document_id: req.params.id, position: index, text }));
  await supabase.from('chunks').upsert(chunks);
  res.sendStatus(204);
});

app.listen(3000);
