// A request whose token is refused is sent once more with a new one; its latency goes on from when it was due, as it does for who waits.
import type { LoadPlan, PlannedStep } from '../scenario/plan.ts';
import type { Value } from '../scenario/template.ts';
import type { Wire, WireCall, WireOutcome } from './wire.ts';

export interface Sending {
  readonly step: PlannedStep;
  readonly variables: Map<string, Value>;
  /** Who can renew a token; absent where nobody can. */
  readonly sessions: LoadPlan['sessions'];
}

/** Sends a step's request; `ended` is told once, of the last attempt, with when the first was sent. */
export function sendRenewing(wire: Wire, { step, variables, sessions }: Sending, ended: (outcome: WireOutcome) => void): WireCall {
  if (sessions === undefined) return wire.send(step.build(variables), ended);
  const renew = () => sessions.renew(variables);
  return new RenewingCall((told) => wire.send(step.build(variables), told), { step, renew, ended });
}

class RenewingCall implements WireCall {
  readonly #ended: (outcome: WireOutcome) => void;
  #call: WireCall;
  #over = false;

  constructor(
    send: (told: (outcome: WireOutcome) => void) => WireCall,
    how: { readonly step: PlannedStep; readonly renew: () => Promise<boolean>; readonly ended: (outcome: WireOutcome) => void },
  ) {
    this.#ended = how.ended;
    this.#call = send((first) => {
      if (first.status !== 401 || how.step.expects(401) || this.#over) return this.#end(first);
      const again = (renewed: boolean) => {
        if (this.#over) return;
        if (!renewed) return this.#end(first);
        const { sentMs } = first;
        this.#call = send((second) => this.#end(sentMs === undefined ? second : { ...second, sentMs }));
      };
      how.renew().then(again, () => again(false));
    });
  }

  get over(): boolean {
    return this.#over;
  }

  giveUp(): void {
    this.#call.giveUp();
    this.#end({ problem: 'timeout' });
  }

  #end(outcome: WireOutcome): void {
    if (this.#over) return;
    this.#over = true;
    this.#ended(outcome);
  }
}
