/** How a body is encoded; `identity` is uncompressed. */
export type Coding = 'br' | 'gzip' | 'identity';

/** Maximum characters and codings of the header that are read; browsers send a handful of codings. */
const HEADER_MAX = 1_000;
const CODINGS_MAX = 20;
/** The weight of an unnamed `identity`, less than any q-value above 0. */
const UNNAMED = 0.0001;

/**
 * The codings that an Accept-Encoding header accepts, best first; of equal weight, Brotli before gzip before identity
 * (RFC 9110, 12.5.3). A header that accepts none of them is disregarded, as 12.1 allows: a 406 would hide the outcome of a
 * write, which is worse than an uncompressed answer.
 */
export const acceptedCodings = (header: string | undefined): readonly Coding[] => {
  if (header === undefined) return ['identity'];
  const weights = readWeights(header);
  const others = weights.get('*');
  const weightOf = (coding: Coding): number =>
    weights.get(coding) ?? others ?? (coding === 'identity' ? UNNAMED : 0);
  const accepted = known
    .filter((coding) => weightOf(coding) > 0)
    .sort((one, other) => weightOf(other) - weightOf(one));
  return accepted.length > 0 ? accepted : ['identity'];
};

const known: readonly Coding[] = ['br', 'gzip', 'identity'];

const readWeights = (header: string): ReadonlyMap<string, number> =>
  new Map(
    header
      .slice(0, HEADER_MAX)
      .toLowerCase()
      .split(',')
      .slice(0, CODINGS_MAX)
      .flatMap((element): [string, number][] => {
        const [, name, weight = '1'] = element.match(ELEMENT) ?? [];
        return name === undefined ? [] : [[name === 'x-gzip' ? 'gzip' : name, Number(weight)]];
      }),
  );

/** A coding with an optional q-value. Elements of another form are ignored. */
const ELEMENT = /^\s*([\w*-]+)\s*(?:;\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?$/;
