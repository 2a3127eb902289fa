import type { Policy } from '../policy.ts';
import type { Language } from '../site.ts';

/** The outcomes that a fixture can expect. */
export const expectations = ['publish', 'hold', 'spam', 'refuse'] as const;
export type Expectation = (typeof expectations)[number];

/** A comment with the outcome that the policy must give it. Fixtures are checked before a policy is saved. */
export type Fixture = {
  readonly name?: string;
  readonly comment: {
    readonly author: string;
    readonly text: string;
    readonly email?: string;
    readonly url?: string;
    /** The site's when absent. */
    readonly language?: Language;
    /** An article with rules of its own. */
    readonly article?: string;
  };
  /** Comments of the author that moderators approved. Where it is absent, only the comment itself is judged, not who wrote it. */
  readonly approved?: number;
  readonly expected: Expectation;
};

/** A policy as it is saved: with its fixtures, which no submission reads. */
export type PolicyDocument = Policy & { readonly fixtures?: readonly Fixture[] };

/** A version of a site's policy, without the document. */
export type PolicyVersion = {
  readonly site: string;
  /** The site's version that it made. */
  readonly version: number;
  readonly at: number;
  /** A member's id, or `command`. */
  readonly by: string;
  readonly note?: string;
  /** The version whose document this one brought back. */
  readonly restored?: number;
  /** Names of the settings that differ from the version before, such as `links.holdFrom`; the first few. */
  readonly changed: readonly string[];
};
export type SavedPolicy = PolicyVersion & { readonly document: PolicyDocument };

/** A document in its two parts. */
export const partsOf = ({ fixtures = [], ...policy }: PolicyDocument) => ({
  policy: policy as Policy,
  fixtures,
});
