import { count } from './count.ts';
import { learn } from './learn.ts';

/** All that follows a stored change: one file each, and one line here. */
export const consumers = [count, learn] as const;
