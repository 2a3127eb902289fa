import { hashOf, seedOf } from '../../text/hash.ts';
import { families } from '../features/families.ts';
import { flagsOf } from '../features/flags/index.ts';
import { probability } from '../model/model.ts';
import { isCommon } from '../reading/detect-language.ts';
import type { Reading } from '../reading/reading.ts';
import {
  BUCKET_BITS,
  type Change,
  type SiteMemory,
  STEPS_PER_ODD,
  seasonOf,
  shareOf,
} from './site-memory.ts';

/** Buckets one comment touches; a store adds to each of them in one write. */
const FEATURES_MAX = 140;
/** Decisions of each class before a site's word counts. */
const EVIDENCE_MIN = 3;
/** Most that a site's word may move a comment, and one bucket its sum, in log-odds. */
const ODDS_MAX = 4;
const BUCKET_MAX = 4;
/** Buckets as of which a comment's mean counts: two words that spam had as well make no spam. */
const BUCKETS_MIN = 16;
/** How far one decision moves a comment that was judged wrongly, in log-odds; found in the simulated streams. */
const RATE = 2;
/** A decision teaches nothing when the filter was this sure already. */
const ERROR_MIN = 0.1;

/** What a comment is about and where it leads. What it looks like, and words that every text has, would move all comments. */
const NAMED = families
  .filter(({ name }) => !name.startsWith('flag'))
  .map((family) => ({ ...family, seed: seedOf(family.name) }));

/** Log-odds to add to the shipped model's for a comment on this site, -4 to 4. */
export const siteOdds = (memory: SiteMemory, reading: Reading, now: number): number => {
  const counting = memory.map((season) => ({ ...season, share: shareOf(season.season, now) }));
  const evidence = (of: 'spam' | 'ham') =>
    counting.reduce((sum, season) => sum + season[of] * season.share, 0);
  if (Math.min(evidence('spam'), evidence('ham')) < EVIDENCE_MIN) return 0;

  const buckets = bucketsOf(reading);
  const sum = buckets.reduce((odds, bucket) => {
    const steps = counting.reduce((all, season) => all + (season.steps[bucket] ?? 0) * season.share, 0);
    return odds + clamp(steps / STEPS_PER_ODD, BUCKET_MAX);
  }, 0);
  return clamp(sum / Math.sqrt(Math.max(BUCKETS_MIN, buckets.length)), ODDS_MAX);
};

/** A decision: its event, what it says of the comment, when, and what it says of the filter. */
type Taught = Pick<Change, 'event' | 'isSpam' | 'audit'> & { readonly now: number };

/** What a decision on a comment teaches, given the log-odds it had with all that was known before. */
export const changeOf = ({ event, isSpam, now, audit }: Taught, reading: Reading, odds: number): Change => {
  const error = Number(isSpam) - probability(odds);
  const buckets = Math.abs(error) < ERROR_MIN ? [] : bucketsOf(reading);
  const step = Math.round((RATE * error * STEPS_PER_ODD) / Math.sqrt(Math.max(1, buckets.length)));
  const steps = Object.fromEntries(buckets.map((bucket) => [bucket, step]));
  return { event, season: seasonOf(now), isSpam, steps, ...(audit ? { audit } : {}) };
};

const bucketsOf = (reading: Reading): readonly number[] => {
  const seen = flagsOf(reading);
  const names = NAMED.flatMap(({ name, seed, names }) =>
    names(reading, seen).map((feature) =>
      name === 'text' && (feature.includes(' ') || isCommon(feature)) ? undefined : hashOf(seed, feature),
    ),
  );
  const buckets = names.filter((hash) => hash !== undefined).map((hash) => hash >>> (32 - BUCKET_BITS));
  return [...new Set(buckets)].slice(0, FEATURES_MAX);
};

const clamp = (odds: number, most: number): number => Math.max(-most, Math.min(most, odds));
