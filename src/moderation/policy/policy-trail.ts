import { type PolicyDocument, partsOf } from '../../comment/policies/policy-document.ts';
import type { Flaw } from '../audit-chain.ts';

/** What is stored of one version of a site's policy: what its event says, what the history keeps, or what is in force. */
export type PolicyTrace = { readonly site: string; readonly version: number } & (
  | { readonly kind: 'said'; readonly digest: string }
  | { readonly kind: 'kept'; readonly document: string }
  | { readonly kind: 'in-force'; readonly policy: string }
);

type Digest = (text: string) => string;
type Known = {
  readonly site: string;
  readonly version: number;
  said?: string;
  kept?: string;
  /** Of what the history keeps, without its fixtures: so it is in force. */
  rules?: string;
  inForce?: string;
};

/**
 * Checks policies against the events that name them. `changed`: a document is not as its event says, or other rules are in force than were saved.
 * `removed`: a document is gone that an event names. `gap`: no event names a document.
 * @param trailOf the name of a site's own trail
 */
export const openPolicyAudit = (digestOf: Digest, trailOf: (site: string) => string) => {
  const known = new Map<string, Known>();
  return {
    /** Keeps only digests, however long the documents are. */
    add: (trace: PolicyTrace): void => {
      const { site, version } = trace;
      const name = `${site}#${version}`;
      known.set(name, { ...(known.get(name) ?? { site, version }), ...digestsOf(trace, digestOf) });
    },
    flaws: (): readonly Flaw[] => [...known.values()].flatMap((one) => flawsOf(one, trailOf(one.site))),
  };
};

const digestsOf = (trace: PolicyTrace, digestOf: Digest): Partial<Known> => {
  if (trace.kind === 'said') return { said: trace.digest };
  if (trace.kind === 'in-force') return { inForce: digestOf(trace.policy) };
  return { kept: digestOf(trace.document), rules: digestOf(rulesIn(trace.document)) };
};

/** An unreadable document has no rules that could be in force. */
const rulesIn = (document: string): string => {
  try {
    return JSON.stringify(partsOf(JSON.parse(document) as PolicyDocument).policy);
  } catch {
    return '';
  }
};

/** Sites that were saved before there was a history have neither event nor document. */
const flawsOf = ({ version, said, kept, rules, inForce }: Known, trail: string): readonly Flaw[] => {
  const flaw = (kind: Flaw['kind'], at: string): Flaw => ({ kind, trail, at });
  const isOther = rules !== undefined && inForce !== undefined && rules !== inForce;
  return [
    ...(said !== undefined && kept === undefined ? [flaw('removed', `policy#${version}`)] : []),
    ...(said === undefined && kept !== undefined ? [flaw('gap', `policy#${version}`)] : []),
    ...(said !== undefined && kept !== undefined && said !== kept
      ? [flaw('changed', `policy#${version}`)]
      : []),
    ...(isOther ? [flaw('changed', `policy#${version} in force`)] : []),
  ];
};
