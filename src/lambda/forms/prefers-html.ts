import { weighted } from '../../pages/negotiate-language.ts';

/**
 * Whether `Accept` asks for a page rather than for data (RFC 9110, 12.5.1): by the weight that it gives each, then by the one that it names
 * more exactly, then by the one that it names first. Parameters of media types tell nothing.
 * @returns undefined where it says the same of both, or nothing
 */
export const prefersHtml = (accept: string | undefined): boolean | undefined => {
  const ranges = weighted(accept);
  const html = matchOf(ranges, 'text/html');
  const json = matchOf(ranges, 'application/json');
  const problem = matchOf(ranges, 'application/problem+json');
  const data = problem.exactness === EXACT && byPreference(problem, json) < 0 ? problem : json;
  const order = byPreference(html, data);
  return order === 0 ? undefined : order < 0;
};

/** Of a range that names one type. */
const EXACT = 2;

type Match = { readonly quality: number; readonly exactness: number; readonly at: number };

/** What is said of a type by the range that names it most exactly; a type that no range names is not wanted. */
const matchOf = (ranges: ReturnType<typeof weighted>, type: string): Match => {
  const names = ['*/*', `${type.split('/')[0]}/*`, type];
  const matches = ranges.map(({ tag, quality }, at) => ({ quality, exactness: names.indexOf(tag), at }));
  const [best] = matches
    .filter(({ exactness }) => exactness >= 0)
    .sort((one, other) => other.exactness - one.exactness);
  return best && best.quality > 0 ? best : { quality: 0, exactness: -1, at: 0 };
};

const byPreference = (one: Match, other: Match): number =>
  other.quality - one.quality || other.exactness - one.exactness || one.at - other.at;
