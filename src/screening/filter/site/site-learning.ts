import { hashOf, topBits } from '../../text/hash.ts';
import { families } from '../features/families.ts';
import { flagsOf } from '../features/flags/index.ts';
import { probability } from '../model/model.ts';
import { isCommon } from '../reading/common-words.ts';
import type { Reading } from '../reading/reading.ts';
import {
  BUCKET_BITS,
  type ModelUpdate,
  periodOf,
  type SiteMemory,
  STEPS_PER_ODD,
  shareOf,
} from './site-memory.ts';

/** Most buckets that one comment touches; the store adds to each of them in one write. */
const FEATURES_MAX = 140;
/** Decisions of each class that a site needs before its memory counts, of all seasons that still count. */
const EVIDENCE_MIN = 3;
/** Most that a site's memory may move a comment, and one bucket may add, in log-odds. */
const ODDS_MAX = 4;
const BUCKET_MAX = 4;
/** The sum is divided as if a comment had at least so many buckets: two words shared with spam are not enough to make it spam. */
const BUCKETS_MIN = 16;
/** Learning rate: how far one decision moves a comment that was misjudged, in log-odds. Tuned on the simulated streams. */
const RATE = 2;
/** A decision teaches nothing when the filter's probability was already this close to it. */
const ERROR_MIN = 0.1;

/** Only what a comment is about and where it links to. Its form, and words that every text has, would move all comments. */
const learnable = families.filter(({ name }) => !name.startsWith('flag'));

/** Log-odds, -4 to 4, to add to the shipped model's for a comment on this site. */
export const siteOdds = (memory: SiteMemory, reading: Reading, now: number): number => {
  const counting = memory.map((period) => ({ ...period, share: shareOf(period.period, now) }));
  const known = (of: 'spam' | 'ham') =>
    counting.reduce((sum, period) => sum + (period.share > 0 ? period[of] : 0), 0);
  if (Math.min(known('spam'), known('ham')) < EVIDENCE_MIN) return 0;

  const buckets = bucketsOf(reading);
  const sum = buckets.reduce((odds, bucket) => {
    const steps = counting.reduce((all, period) => all + (period.steps[bucket] ?? 0) * period.share, 0);
    return odds + clamp(steps / STEPS_PER_ODD, BUCKET_MAX);
  }, 0);
  return clamp(sum / Math.sqrt(Math.max(BUCKETS_MIN, buckets.length)), ODDS_MAX);
};

/** A decision: its event, its class, its time, and whether it confirms the filter. */
type Taught = Pick<ModelUpdate, 'event' | 'isSpam' | 'audit'> & { readonly now: number };

/** What a decision teaches. `odds` are the comment's log-odds before it, the site's memory included. */
export const modelUpdateOf = (
  { event, isSpam, now, audit }: Taught,
  reading: Reading,
  odds: number,
): ModelUpdate => {
  const error = Number(isSpam) - probability(odds);
  const buckets = Math.abs(error) < ERROR_MIN ? [] : bucketsOf(reading);
  const step = Math.round((RATE * error * STEPS_PER_ODD) / Math.sqrt(Math.max(1, buckets.length)));
  const steps = Object.fromEntries(buckets.map((bucket) => [bucket, step]));
  return { event, period: periodOf(now), isSpam, steps, ...(audit ? { audit } : {}) };
};

const bucketsOf = (reading: Reading): readonly number[] => {
  const flags = flagsOf(reading);
  const hashes = learnable.flatMap(({ name, seed, names }) =>
    names(reading, flags)
      .filter((feature) => name !== 'text' || (!feature.includes(' ') && !isCommon(feature)))
      .map((feature) => hashOf(seed, feature)),
  );
  return [...new Set(hashes.map((hash) => topBits(hash, BUCKET_BITS)))].slice(0, FEATURES_MAX);
};

const clamp = (odds: number, most: number): number => Math.max(-most, Math.min(most, odds));
