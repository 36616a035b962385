// The onboarding begins: keeps who the user is and what they are asked.
import { onboardingQuestions } from '../coach/questions.ts';
import { questionsRequest } from '../contract/requests.ts';
import type { Step } from '../middleware/state.ts';
import { bodyOf } from '../middleware/valid.ts';
import type { Services } from '../services.ts';
import { owned } from './owned.ts';

export function askQuestions(services: Services): Step {
  return async (ctx) => {
    const { personal_info: personalInfo } = bodyOf(ctx, questionsRequest);
    const profile = await services.store.saveProfile({ personalInfo, questions: onboardingQuestions }, owned(ctx));
    ctx.body = {
      success: true,
      data: {
        questions: profile.questions,
        total_questions: profile.questions.length,
        estimated_time_minutes: Math.ceil(profile.questions.length / 2),
        ai_message: `Welcome, ${personalInfo.username}! A few questions, so that the plan fits you.`,
        user_profile_id: profile.id,
      },
      message: 'Your questions are ready.',
    };
  };
}
