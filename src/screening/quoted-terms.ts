import type { Finding, Trace } from '../comment/verdict.ts';
import { wordsOfReason } from './filter/explain-reasons.ts';
import { hasFailed } from './screen.ts';
import { en } from './sentences/findings-en.ts';

const FILTER = 'learned-filter';
const checks: Readonly<Record<string, { readonly terms?: unknown }>> = en.checks;

/** What findings quote of a comment, with its field, so that it can be marked where it stands. Each once. */
export const quotedTerms = (findings: readonly Finding[]): readonly Trace[] => {
  const quoted = findings.flatMap((finding) => (hasFailed(finding) ? [] : termsOf(finding)));
  return [...new Map(quoted.map((trace) => [`${trace.field} ${trace.term}`, trace])).values()];
};

const termsOf = ({ check, traces }: Finding): readonly Trace[] => {
  if (check === FILTER)
    return traces.flatMap(({ field, term }) => wordsOfReason(term).map((word) => ({ field, term: word })));
  return Object.hasOwn(checks, check) && checks[check]?.terms === 'quoted' ? traces : [];
};
