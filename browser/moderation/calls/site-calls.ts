import type { Ask } from '../session/ask.ts';
import { banCalls } from './ban-calls.ts';
import { commentCalls } from './comment-calls.ts';
import { recordCalls } from './record-calls.ts';
import { settingsCalls } from './settings-calls.ts';
import { teamCalls } from './team-calls.ts';

/** The calls of one site, each by the name of what it is for. */
export const callsOf = (ask: Ask, site: string) => ({
  ...commentCalls(ask, site),
  ...settingsCalls(ask, site),
  ...teamCalls(ask, site),
  ...banCalls(ask, site),
  ...recordCalls(ask, site),
});
export type Calls = ReturnType<typeof callsOf>;
