// What the coach has learned about a user.
import { Router } from 'express';
import { database } from '../database.ts';
import { Refused } from '../errors.ts';

export const playbook = Router();

playbook.get('/:userId', async (request, response) => {
  if (request.params.userId !== response.locals.userId) throw new Refused(404, 'There is no such playbook.');
  const { data } = await database.from('user_profiles').select('user_playbook').eq('user_id', request.params.userId).maybeSingle();
  console.debug('playbook of', request.params.userId); // <- finding logs-through-logger
  response.json({ data: data?.user_playbook ?? { lessons: [], total_lessons: 0 } });
});
