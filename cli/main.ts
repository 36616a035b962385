#!/usr/bin/env node
// argv in, exit code out. Compiled code is cached before anything else is loaded: half of a quick run would be compiling.
import { enableCompileCache } from 'node:module';

enableCompileCache();
const { start } = await import('./start.ts');
await start();
