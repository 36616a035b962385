// The questions of the onboarding, asked of everybody; each carries every key, null where it has no meaning.
import type { Question } from '../contract/question.ts';

const empty = {
  help_text: '',
  order: null,
  options: null,
  multiselect: null,
  min_value: null,
  max_value: null,
  step: null,
  unit: null,
  min_description: null,
  max_description: null,
  max_length: null,
  placeholder: null,
} as const;
const choices = (...texts: readonly string[]) =>
  texts.map((text, index) => ({ id: `option_${index + 1}`, text, value: text.toLowerCase().replaceAll(' ', '_') }));

const asked: readonly (Pick<Question, 'id' | 'text' | 'response_type'> & Partial<Question>)[] = [
  {
    id: 'training_days',
    text: 'On how many days a week can you train?',
    response_type: 'slider',
    min_value: 2,
    max_value: 6,
    step: 1,
    unit: 'days',
  },
  {
    id: 'session_minutes',
    text: 'How long may a session take?',
    response_type: 'slider',
    min_value: 20,
    max_value: 120,
    step: 5,
    unit: 'minutes',
  },
  {
    id: 'equipment',
    text: 'What can you train with?',
    response_type: 'dropdown',
    multiselect: true,
    options: choices('Nothing', 'Dumbbell', 'Barbell', 'Band', 'Kettlebell', 'Machine', 'Full gym'),
  },
  {
    id: 'injuries',
    text: 'Is anything injured or painful?',
    response_type: 'conditional_boolean',
    help_text: 'We leave out what could hurt you.',
    max_length: 500,
    placeholder: 'For example: my left knee hurts on stairs',
  },
  {
    id: 'endurance_sport',
    text: 'Which endurance sport do you like best?',
    response_type: 'dropdown',
    multiselect: false,
    options: choices('Walking', 'Running', 'Cycling', 'Swimming', 'Rowing', 'Elliptical'),
  },
  {
    id: 'training_history',
    text: 'How regularly did you train in the last six months?',
    response_type: 'multiple_choice',
    multiselect: false,
    options: choices('Not at all', 'Now and then', 'Every week', 'Almost every day'),
  },
  {
    id: 'sleep',
    text: 'How well do you sleep?',
    response_type: 'rating',
    min_value: 1,
    max_value: 5,
    min_description: 'Badly',
    max_description: 'Very well',
  },
  {
    id: 'preferences',
    text: 'What do you enjoy, and what would you rather not do?',
    response_type: 'free_text',
    max_length: 1_000,
    placeholder: 'I like … I would rather not …',
  },
];

export const onboardingQuestions: readonly Question[] = asked.map((question, index) => ({ ...empty, ...question, order: index + 1 }));
