// Why there is no evidence of a kind that the run was not told to look for.

export const notStarted = { missing: 'no start command was given (--start)', notAsked: true } as const;
export const noUrl = { missing: 'no running service was given (--url or --start)', notAsked: true } as const;
export const noLoad = { missing: 'no load run was asked for (--load)', notAsked: true } as const;
export const noProbes = { missing: 'no check of this run sends requests', notAsked: true } as const;
export const noFolder = { missing: 'no folder was given', notAsked: true } as const;
export const noDatabase = { missing: 'no database was given (--database-url)', notAsked: true } as const;
export const noBackup = { missing: 'no backup was given (launchgate backup verify)', notAsked: true } as const;
