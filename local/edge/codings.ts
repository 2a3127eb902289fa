/** How an answer's body is sent: as it is, or compressed. */
export type Coding = 'br' | 'gzip' | 'identity';

/** Characters and codings of the header that are read; browsers send a handful. */
const HEADER_MAX = 1_000;
const CODINGS_MAX = 20;
/** Less than any weight that can be written. */
const UNNAMED = 0.0001;

/**
 * The codings that an Accept-Encoding header takes, best first; Brotli before gzip before none where it has no preference
 * (RFC 9110, 12.5.3). A header that takes none of them is disregarded, as 12.1 allows: an answer that says 406 in place of
 * what a write did would be worse than one that is not compressed.
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

/** One that is not written like this is as good as not there. */
const ELEMENT = /^\s*([\w*-]+)\s*(?:;\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?$/;
