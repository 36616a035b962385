// What a person says to the plan, understood by rule: a question, a wish for a change, contentment, or none of these.
import { type Athlete, jointsIn } from './athlete.ts';
import type { Joint } from './catalogue.ts';
import { injuryLesson, type Learned } from './lessons.ts';

export type Intent = 'question' | 'unclear' | 'update_request' | 'satisfied' | 'other';
export interface Wish {
  readonly intent: Intent;
  /** The athlete as the message corrects them. */
  readonly athlete: Athlete;
  /** Steps easier; negative is harder. */
  readonly ease: number;
  readonly learned: readonly Learned[];
}

const change =
  /chang|swap|replac|instead|too (?:hard|easy|much|long|heavy|light|many|few)|easier|harder|less|more|fewer|lighter|heavier|hurt|pain|injur|only \d|can'?t|cannot|remove|without|shorter|longer/i;
const content =
  /looks? (?:good|great|perfect|fine)|(?:i )?(?:love|like) it|perfect|happy with|let'?s (?:go|start)|accept|great plan|sounds good|\bthanks?\b/i;
const asking = /\?|^(?:what|why|how|when|which|can|could|should|is|are|do|does)\b/i;
const easier = /too (?:hard|much|long|heavy|many)|easier|lighter|less|fewer|shorter/i;
const harder = /too (?:easy|light|few)|harder|heavier|more (?:weight|sets|intens|challeng)/i;

const not = "\\b(?:no|not|nothing|never|(?:do|does|did|is|are|was|wo|would)n't)";
/** What is said not to be so, or not to be done: neither hurts nor is a wish. */
const denied = new RegExp(`${not}(?: \\w+){0,2}? (?:chang|swap|replac|remov)\\w*|${not}(?: \\w+)? (?:hurt|pain|injur|sore)\\w*`, 'gi');
const discontent = new RegExp(`${not}(?: \\w+)? (?:happy|content|love|like|perfect|great|good|fine|accept|looks?|sounds?)\\b`, 'i');

export function understand(text: string, athlete: Athlete): Wish {
  // Phones write the apostrophe of a printer.
  const whole = text.replaceAll('’', "'");
  const message = whole.replace(denied, '');
  const intent = intentOf(message, discontent.test(whole));
  const hurting = /hurt|pain|injur|sore|problem/i.test(message) ? jointsIn(message) : new Set<Joint>();
  const days = /\b([2-6]) (?:days|times|sessions)/i.exec(message)?.[1];
  const minutes = /\b(\d{2,3}) ?min/i.exec(message)?.[1];
  return {
    intent,
    ease: easier.test(message) ? 1 : harder.test(message) ? -1 : 0,
    athlete: {
      ...athlete,
      sparedJoints: new Set([...athlete.sparedJoints, ...hurting]),
      daysPerWeek: days === undefined ? athlete.daysPerWeek : Number(days),
      minutes: minutes === undefined ? athlete.minutes : Math.min(120, Math.max(20, Number(minutes))),
    },
    learned: [...hurting].map(injuryLesson),
  };
}

function intentOf(message: string, isDiscontent: boolean): Intent {
  if (message.length < 3) return 'unclear';
  if (change.test(message) && !/^(?:what|why|how)\b/i.test(message)) return 'update_request';
  if (asking.test(message)) return 'question';
  return content.test(message) && !isDiscontent ? 'satisfied' : 'other';
}

/** What the coach says when no model words it. */
export function reply(wish: Wish, weekNumber: number): string {
  switch (wish.intent) {
    case 'satisfied':
      return 'Great! Your plan is set. Enjoy the first session.';
    case 'update_request':
      return `I have rewritten week ${weekNumber} for you. Does it fit better now?`;
    case 'question':
      return 'Each week builds on the last one: three weeks of a little more, then an easier one so that your body can catch up. Ask me for a change at any time.';
    default:
      return 'Tell me what you would like to change, for example fewer days, shorter sessions, or something that hurts.';
  }
}
