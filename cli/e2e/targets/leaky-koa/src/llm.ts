// Asks the language model, and answers by rules where there is none.
import OpenAI from 'openai';
import { config } from './config.ts';
import type { Plan } from './store.ts';

const openai = config.openaiApiKey === '' ? undefined : new OpenAI({ apiKey: config.openaiApiKey, maxRetries: 5 }); // <- finding requests-time-out

const questionTexts = [
  'How many days a week can you train?',
  'Which equipment do you have?',
  'How long may one training take?',
  'Do you have injuries we should know about?',
  'Which sports do you enjoy?',
  'How well do you sleep?',
  'What kept you from training in the past?',
];
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

async function ask(system: string, user: string): Promise<unknown> {
  if (openai === undefined) return undefined;
  try {
    const answer = await openai.chat.completions.create({
      model: config.openaiModel,
      temperature: config.openaiTemperature,
      messages: [
        { role: 'system', content: system },
        { role: 'user', content: user },
      ],
    });
    return JSON.parse(answer.choices[0]?.message.content ?? 'null');
  } catch (error) {
    console.log('the model did not answer', error); // <- finding logs-through-logger
    if (!config.fallbackToFree) throw error;
    return undefined;
  }
}

export async function initialQuestions(personalInfo: unknown): Promise<readonly unknown[]> {
  const answer = await ask('Write seven onboarding questions as a JSON array.', JSON.stringify(personalInfo));
  if (Array.isArray(answer) && answer.length > 0) return answer;
  return questionTexts.map((text, index) => ({ id: `question_${index + 1}`, text, response_type: 'free_text', order: index + 1 }));
}

export async function trainingPlan(personalInfo: unknown, responses: unknown): Promise<Omit<Plan, 'id'>> {
  const weather = await outlook();
  const answer = await ask('Write a training plan as JSON.', JSON.stringify({ personalInfo, responses, weather }));
  if (typeof answer === 'object' && answer !== null && 'title' in answer && typeof answer.title === 'string') {
    return { title: answer.title, weekly_schedules: [answer] };
  }
  const daily = days.map((day, index) => ({ id: index + 1, day_of_week: day, is_rest_day: index % 2 === 1 || index === 6 }));
  return { title: 'First steps', weekly_schedules: [{ id: 1, week_number: 1, daily_trainings: daily }] };
}

/** Rain or not, for the days outside; only where premium plans are allowed and a model will read it. */
async function outlook(): Promise<unknown> {
  if (!config.premiumTierEnabled || openai === undefined) return undefined;
  const answer = await fetch('https://api.open-meteo.com/v1/forecast?latitude=52.5&longitude=13.4&daily=rain_sum'); // <- finding requests-time-out
  return answer.ok ? answer.json() : undefined;
}

export async function feedback(message: string): Promise<{ readonly text: string; readonly accepted: boolean }> {
  const answer = await ask('Answer the feedback on a training plan as JSON with the key text.', message);
  if (typeof answer === 'object' && answer !== null && 'text' in answer && typeof answer.text === 'string') {
    return { text: answer.text, accepted: false };
  }
  const accepted = /great|perfect|thanks|looks good/i.test(message);
  return { text: accepted ? "Great, let's go." : 'Noted, I will keep that in mind.', accepted };
}
