// Where a reference of a check can be read.
import type { Report } from './report.ts';

const asvs = /^(?:ASVS )?(v5\.0\.0)-(\d+)\.(\d+)\.(\d+)$/;

/** The public page of a reference: CWE, OWASP API Top 10, ASVS, an RFC, a draft or a URL; undefined for anything else. */
export function referenceUrl(reference: string): string | undefined {
  if (/^https:\/\/[\w.-]+(?:\/[\w./~#-]*)?$/.test(reference)) return reference;
  const [, cwe] = /^CWE-(\d+)$/.exec(reference) ?? [];
  if (cwe !== undefined) return `https://cwe.mitre.org/data/definitions/${cwe}.html`;
  const [, rfc] = /^RFC (\d+)\b/.exec(reference) ?? [];
  if (rfc !== undefined) return `https://www.rfc-editor.org/rfc/rfc${rfc}`;
  if (/^draft-[a-z0-9-]+$/.test(reference)) return `https://datatracker.ietf.org/doc/html/${reference}`;
  if (/^OWASP API\d+:2023$/.test(reference)) return 'https://owasp.org/API-Security/editions/2023/en/0x11-t10/';
  return asvs.test(reference) ? 'https://github.com/OWASP/ASVS/tree/v5.0.0/5.0/en' : undefined;
}

/** The page of a check; undefined where the report names no place for such pages. */
export function checkPage({ tool }: Pick<Report, 'tool'>, id: string): string | undefined {
  const { docs } = tool;
  if (docs === undefined || !/^https:\/\/[\w./~@-]+\/$/.test(docs) || !/^[a-z0-9-]+$/.test(id)) return undefined;
  return `${docs}checks/${id}.html`;
}
