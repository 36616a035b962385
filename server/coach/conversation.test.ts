import { describe, expect, it } from 'vitest';
import { personalInfo } from '../contract/personal-info.ts';
import { personalInfo as info, responses } from '../testing/started-server.ts';
import { readAthlete } from './athlete.ts';
import { type Intent, understand } from './conversation.ts';

const athlete = readAthlete(personalInfo.parse(info), { ...responses, injuries: { boolean: false } });

describe('what is meant', () => {
  const said: Readonly<Record<string, Intent>> = {
    'Looks great, thanks': 'satisfied',
    'No changes, looks perfect!': 'satisfied',
    'I don’t want to change anything, thanks': 'satisfied',
    'Let’s go': 'satisfied',
    'Nothing to change, I love it': 'satisfied',
    'I am not happy with this': 'other',
    'It doesn’t look good': 'other',
    'I do not accept this': 'other',
    'I don’t love it, thanks': 'other',
    'I can’t do squats': 'update_request',
    'My knee hurts, please do not change the rest': 'update_request',
    'Perfect, but fewer days': 'update_request',
    'Thanks! But can you swap the rows?': 'update_request',
    'Is this fine for a beginner?': 'question',
    ok: 'unclear',
  };
  for (const [message, intent] of Object.entries(said))
    it(`${intent}: ${message}`, () => expect(understand(message, athlete).intent).toBe(intent));
});

describe('what hurts', () => {
  const said: Readonly<Record<string, readonly string[]>> = {
    'My knee hurts': ['knee'],
    'Please no, my shoulder hurts and my back is sore': ['lower back', 'shoulder'],
    'I can’t press without shoulder pain': ['shoulder'],
    'No pain in my knee any more': [],
    'My knee doesn’t hurt any more, make it harder': [],
  };
  for (const [message, joints] of Object.entries(said)) {
    it(`${joints.join(' and ') || 'nothing'}: ${message}`, () => {
      const { learned, athlete: corrected } = understand(message, athlete);
      expect([...corrected.sparedJoints].sort()).toEqual(joints);
      expect(learned).toHaveLength(joints.length);
    });
  }
});
