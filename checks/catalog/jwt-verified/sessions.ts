// Supabase's getSession() reads what the client stored: on a server nobody has verified it.
import type { Call, Finding, Unit } from '../../model.ts';
import { serves } from './libraries.ts';

export function sessionsBelieved(unit: Unit): readonly Finding[] {
  const verifying = unit.calls('*.auth.getUser', '*.auth.get_user', '*.auth.getClaims', '*.auth.get_claims');
  return unit
    .calls('*.auth.getSession', '*.auth.get_session')
    .filter((call) => serves(call) && call.symbols.some(isSupabase) && !isHandedOn(unit, call))
    .filter((call) => !verifying.some(({ inFunction }) => inFunction !== undefined && inFunction.node === call.inFunction?.node))
    .map(({ place, language }) => ({
      message: `Supabase ${language === 'python' ? 'get_session()' : 'getSession()'}: a session that nobody verified is believed on the server`,
      place,
    }));
}

const isSupabase = (symbol: string): boolean => /supabase|gotrue/i.test(symbol) || /^\?[\w$]*\.auth\./.test(symbol);

/** Only the token is taken from it, for somebody else to verify. */
function isHandedOn(unit: Unit, call: Call): boolean {
  const { keys, escapes } = unit.uses(call);
  return !escapes && keys.length > 0 && keys.every((key) => /^(?:access_token|refresh_token|provider_token|expires_at|error)$/.test(key));
}
