import type { ArticleMode } from '../comment/article.ts';
import type { Draft } from '../comment/comment.ts';
import type { Policy } from '../comment/policy.ts';
import type { RefusalCode } from '../comment/refusal.ts';
import type { Language } from '../comment/site.ts';
import type { AuthorRecord } from '../comment/trust.ts';
import type { Outcome, Trace } from '../comment/verdict.ts';
import type { Model } from './filter/model.ts';
import type { SiteMemory } from './filter/site-memory.ts';

/** What became of the form token sent along. A missing one, as on a static page, proves nothing and costs nothing. */
export type FormProof =
  | { readonly state: 'missing' | 'forged' }
  | {
      readonly state: 'genuine';
      readonly ageS: number;
      /** Whether it came with another comment before, from the same network (`here`) or from another. */
      readonly used: 'no' | 'here' | 'elsewhere';
    };

/** An earlier comment on the site with nearly the same text. */
export type Resemblance = {
  /** Differing bits of 64 between the two texts' sketches. */
  readonly bits: number;
  /** The same text but for case, accents, digits, punctuation and links. */
  readonly same: boolean;
  /** From the same network. */
  readonly sameVisitor: boolean;
  readonly agoMs: number;
};

/** All that checks may look at, fetched once before any of them runs. Lives in memory only. */
export type Evidence = {
  readonly draft: Draft;
  readonly policy: Policy;
  /** The site's language; what the reader's browser asks for judges nothing. */
  readonly language: Language;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly mode: ArticleMode;
  /** The author's record on this site, known by proof and never by a typed name or e-mail. */
  readonly author: AuthorRecord & {
    readonly proven: boolean;
    /** Their other comments since a moderator last looked at one. */
    readonly unseen: number;
  };
  readonly form: FormProof;
  /** What was typed into the field that people do not see. */
  readonly honeypot: string;
  /** The visitor's address as the gateway saw it, without port. */
  readonly address: string;
  /** When the proven author's other comments on this site came in, newest first; at most FLOOD_MEMORY. */
  readonly earlier: readonly number[];
  /** The same of all others from the visitor's network; at most NETWORK_MEMORY. */
  readonly neighbours: readonly number[];
  /** Other comments on the site in the last ten minutes. */
  readonly siteRecent: number;
  readonly resembling: readonly Resemblance[];
  /** The shipped weights of the learned filter. */
  readonly model: Model;
  /** What the site's moderators have taught; empty as long as that is nothing, or cannot be read. */
  readonly learned: SiteMemory;
};

/** A check's word when it has one: `approve` only points something out, `refuse` comes with what the author is told. */
export type Suspicion = {
  readonly outcome: Outcome;
  /** How sure, over 0 and up to 1. */
  readonly score: number;
  readonly traces: readonly Trace[];
  readonly refusal?: {
    readonly code: RefusalCode;
    readonly detail: string;
    readonly retryAfterS?: number;
    readonly field?: string;
  };
};

/** One question asked of every draft. Pure; bounded in time by the draft's limits; undefined when it has no objection. */
export type Check = {
  /** The file's name. */
  readonly name: string;
  /** Rises when the same draft may get another answer. */
  readonly version: number;
  readonly look: (evidence: Evidence) => Suspicion | undefined;
};
