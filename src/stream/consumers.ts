import { count } from './count.ts';
import { followSurges } from './follow-surges.ts';
import { learn } from './learn.ts';
import { rememberLatest } from './remember-latest.ts';
import { rememberPages } from './remember-pages.ts';
import { seal } from './seal.ts';
import { settleAppeals } from './settle-appeals.ts';
import { settleReports } from './settle-reports.ts';

/** All that follows a stored change: one file each, and one line here. */
export const consumers = [
  count,
  learn,
  rememberPages,
  rememberLatest,
  seal,
  settleReports,
  settleAppeals,
  followSurges,
] as const;
