// What may be sent where: probes that press on a target need leave, unless the target is this machine.
import type { Probe, ProbeClass } from '../../model.ts';
import type { HttpOptions, Settings } from './options.ts';

const order: readonly ProbeClass[] = ['passive', 'active', 'destructive'];

/** The class a probe has on a route: whatever may change something is at least active. */
export function classOf(probe: Probe, route: { readonly method: string } | undefined): ProbeClass {
  if (probe.kind !== 'http') return probe.class;
  const method = (probe.method ?? route?.method ?? 'GET').toUpperCase();
  if (/^(?:GET|HEAD|OPTIONS)$/.test(method)) return probe.class;
  return order.indexOf(probe.class) > 0 ? probe.class : 'active';
}

/** Why a probe of this class may not be sent there; undefined where it may. */
export function refusalOf(probeClass: ProbeClass, { isHere }: Pick<Settings, 'isHere'>, allow: HttpOptions['allow']): string | undefined {
  if (probeClass === 'passive' || isHere) return undefined;
  const allowed = probeClass === 'destructive' ? allow?.destructive === true : allow?.active === true || allow?.destructive === true;
  return allowed ? undefined : `${probeClass} probes are sent to this machine only, unless --allow ${probeClass} is given`;
}
