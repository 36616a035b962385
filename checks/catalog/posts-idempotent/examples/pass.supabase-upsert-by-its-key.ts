// Either the rows bring the primary key, or the call says by which columns a row is the same.
import { createClient } from '@supabase/supabase-js';
import express from 'express';

const supabase = createClient(process.env.SUPABASE_URL ?? '', process.env.SUPABASE_SERVICE_ROLE_KEY ?? '');
const app = express();
app.use(express.json());

app.post('/documents/:id/chunks', async (req, res) => {
  const texts: string[] = req.body.texts;
  const chunks = texts.map((text, index) => ({ document_id: req.params.id, position: index, text }));
  await supabase.from('chunks').upsert(chunks, { onConflict: 'document_id,position' });
  res.sendStatus(204);
});

app.post('/notes', async (req, res) => {
  await supabase.from('notes').upsert({ id: req.body.id, title: req.body.title });
  res.sendStatus(204);
});

app.listen(3000);
