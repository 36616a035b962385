// What each user's questions may cost a day, in tokens; kept in the database, so that all servers and restarts count together.
import { z } from 'zod';
import { dataOf } from '../store/answers.ts';
import type { Project } from '../store/project.ts';
import { OverBudget } from './faults.ts';

export interface Budget {
  /** Sets the most a call can cost aside, runs it, and books what it did cost. Fails when the day's budget does not hold it. */
  spend<T>(userId: string, most: number, call: () => Promise<{ readonly answer: T; readonly tokens: number }>): Promise<T>;
}

export function dailyBudget({ forServer }: Pick<Project, 'forServer'>, tokensPerDay: number): Budget {
  return {
    async spend(userId, most, call) {
      const asked = forServer.rpc('reserve_llm_tokens', { for_user: userId, wanted: most, daily_budget: tokensPerDay });
      if (!z.boolean().parse(await dataOf(asked))) throw new OverBudget('the budget of today is spent');
      let tokens = most;
      try {
        const spent = await call();
        tokens = spent.tokens;
        return spent.answer;
      } finally {
        // A call that failed may have been billed: what was set aside stays booked.
        if (tokens !== most)
          await dataOf(forServer.rpc('settle_llm_tokens', { for_user: userId, reserved: most, used: tokens })).catch(() => undefined);
      }
    },
  };
}
