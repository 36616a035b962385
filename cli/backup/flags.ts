// What the flags of `launchgate backup verify` are called once parsed.
import type { OutputFlags } from '../flags.ts';
import type { TerminalFlags } from '../terminal.ts';

export type BackupFlags = TerminalFlags &
  OutputFlags & {
    readonly command?: string;
    readonly maxAge?: number;
    readonly rpo?: number;
    readonly rto?: number;
    readonly checksum?: string;
    readonly invariants?: string;
    readonly against?: string;
    readonly previous?: string;
    readonly record?: string;
    readonly signedOffBy?: string;
    readonly migrations?: string;
    readonly supabase?: string;
    readonly exitZero?: true;
  };
