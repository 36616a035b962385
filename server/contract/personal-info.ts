// Who trains: as the app's onboarding asks it.
import { z } from 'zod';

export const personalInfo = z
  .object({
    user_id: z.string().nullish().meta({ description: 'Ignored: who the user is says the token.' }),
    username: z.string().trim().min(3).max(20),
    age: z.int().min(13).max(100).meta({ description: 'Years.' }),
    weight: z.number().positive().max(1_000).meta({ description: 'In weight_unit.' }),
    height: z.number().positive().max(300).meta({ description: 'In height_unit.' }),
    weight_unit: z.enum(['kg', 'lbs']).default('kg'),
    height_unit: z.enum(['cm', 'in']).default('cm'),
    measurement_system: z.enum(['metric', 'imperial']).default('metric'),
    gender: z.enum(['male', 'female', 'other']),
    goal_description: z.string().trim().min(10).max(500).meta({ description: 'What the user wants, in their own words.' }),
    experience_level: z.enum(['novice', 'beginner', 'intermediate', 'advanced']).default('novice'),
  })
  .meta({ id: 'PersonalInfo', description: 'Who trains, as the onboarding asks it.' });
export type PersonalInfo = z.output<typeof personalInfo>;
