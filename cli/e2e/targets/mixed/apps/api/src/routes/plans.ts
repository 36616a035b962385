// Plans of a profile.
import { weekTitle } from '@mixed/shared';
import { Router } from 'express';
import { z } from 'zod';
import { describeWeek } from '../coach.ts';
import { database } from '../database.ts';
import { Refused } from '../errors.ts';
import { logger } from '../logger.ts';

export const plans = Router();

const parameters = z.object({ profileId: z.coerce.number().int().positive() });

plans.get('/:profileId', async (request, response) => {
  const { success, data } = parameters.safeParse(request.params);
  if (!success) throw new Refused(400, 'The profile id must be a number.');
  const { data: weeks, error } = await database
    .from('weekly_schedules')
    .select('id, week_number, focus_theme, owner')
    .eq('profile_id', data.profileId)
    .eq('owner', response.locals.userId)
    .limit(60);
  if (error) {
    logger.error({ code: error.code }, 'no weeks');
    throw new Error('could not load the weeks');
  }
  console.log('weeks', weeks.length); // <- finding logs-through-logger
  response.json({ data: weeks.map((week) => ({ ...week, title: weekTitle(week.week_number, week.focus_theme) })) });
});

plans.post('/:profileId/description', async (request, response) => {
  const text = await describeWeek(request.body);
  response.json({ data: { text } });
});

plans.get('/:profileId/weather', async (_request, response) => {
  const answer = await fetch('https://api.open-meteo.com/v1/forecast?latitude=52.5&longitude=13.4&daily=rain_sum'); // <- finding requests-time-out
  response.json({ data: answer.ok ? await answer.json() : null });
});
