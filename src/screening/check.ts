import type { BanKind } from '../comment/abuse/ban.ts';
import type { ArticleMode } from '../comment/article.ts';
import type { Draft } from '../comment/comment.ts';
import type { Policy } from '../comment/policy.ts';
import type { FieldReason, RefusalCode } from '../comment/refusal.ts';
import type { Language } from '../comment/site.ts';
import type { AuthorRecord } from '../comment/trust.ts';
import type { Outcome, Trace } from '../comment/verdict.ts';
import type { Model } from './filter/model/model.ts';
import type { SiteMemory } from './filter/site/site-memory.ts';

/** The state of the form token that came with a submission. A missing one, as on a static page, counts for nothing. */
export type FormProof =
  | { readonly state: 'missing' | 'forged' }
  | {
      readonly state: 'genuine';
      readonly ageS: number;
      /** Whether it came with another comment before, from the same network (`here`) or from another. */
      readonly used: 'no' | 'here' | 'elsewhere';
    };

/**
 * What became of the work that a sender's device was asked for: it came right and for the first time (`right`), or with another comment before
 * (`used`), too late, or made up or for something else (`wrong`).
 */
export type WorkProof = 'missing' | 'wrong' | 'expired' | 'used' | 'right';

/** A recent comment on the site with nearly the same text. */
export type Resemblance = {
  /** Hamming distance of the two texts' MinHashes, 0 to 64. */
  readonly bits: number;
  /** The same text except for case, accents, digits, punctuation and links. */
  readonly same: boolean;
  /** From the same network. */
  readonly sameVisitor: boolean;
  /** Under the same article. */
  readonly sameArticle: boolean;
  readonly agoMs: number;
};

/** What the site knows of the page that an author states. */
export type PageHistory = {
  /** Whose page it is, as `pageOwner` names it. */
  readonly owner: string;
  /** Names, or e-mails where those are more, under which it was stated in 30 days, this one included. */
  readonly names: number;
  /** Articles on which this name stated it in 30 days, this one included. */
  readonly articles: number;
  /** Comments with this page that a moderator filed as spam in 90 days; more than three count as three. */
  readonly spam: number;
};

/** What a site's bans and its allow-list say of a submission. */
export type BanEvidence = {
  readonly banned: readonly (
    | { readonly field: 'author' | 'email' | 'visitor'; readonly kind: Exclude<BanKind, 'domain'> }
    | { readonly field: 'text' | 'url' | 'email'; readonly domain: string }
  )[];
  /** Whether its author or its network is allowed: then no ban and none of the policy's lists holds it. */
  readonly isAllowed: boolean;
  /** Whether its e-mail address is, which anybody can type: it lifts only lists of e-mail addresses. */
  readonly isEmailAllowed: boolean;
  /** Hosts in it that no list of domains holds. */
  readonly hostsAllowed: readonly string[];
  /** Whether it is signed with a member's name, or names a member's e-mail address. */
  readonly reserved: readonly ('author' | 'email')[];
};

/** The share of spam in what comes in, while a surge is in force on the site or on the article. */
export type SurgeEvidence = {
  readonly where: 'site' | 'article';
  /** 0 to 100. */
  readonly sharePercent: number;
};

/** Everything that checks may read, fetched once before the first of them runs. It exists in memory only. */
export type Evidence = {
  readonly draft: Draft;
  readonly policy: Policy;
  /** The site's language. The language that the reader's browser asks for decides nothing. */
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
  /** When the comment came in that the author's token was given for; absent once a moderator has looked at one of theirs. */
  readonly tokenAt?: number;
  /** The same of all others from the visitor's network; at most NETWORK_MEMORY. */
  readonly neighbours: readonly number[];
  /** Other comments on the site in the last ten minutes. */
  readonly siteRecent: number;
  readonly resembling: readonly Resemblance[];
  /** Absent while there is no surge. */
  readonly surge?: SurgeEvidence;
  /** Absent while no work is asked of senders' devices. */
  readonly proof?: WorkProof;
  /** Absent when no page is stated, or one of the site's own. */
  readonly page?: PageHistory;
  /** Absent when no ban and no entry of the allow-list is about it. */
  readonly bans?: BanEvidence;
  /** The shipped weights of the learned filter. */
  readonly model: Model;
  /** What the filter has learned from the site's moderators; empty when that is nothing or cannot be read. */
  readonly learned: SiteMemory;
};

/** A check's objection. `approve` only points something out to moderators; `refuse` comes with what the author is told. */
export type CheckResult = {
  readonly outcome: Outcome;
  /** How sure the check is, over 0 and up to 1. */
  readonly score: number;
  readonly traces: readonly Trace[];
  readonly refusal?: {
    readonly code: RefusalCode;
    readonly detail: string;
    readonly retryAfterS?: number;
    readonly field?: string;
    /** What is wrong with the field, for pages. */
    readonly reason?: FieldReason;
  };
};

/** One question that every draft is asked. */
export type Check<Name extends string = string> = {
  /** The same as its file's name. */
  readonly name: Name;
  /** Rises when the same draft may get another answer. */
  readonly version: number;
  /** Pure, and bounded in time by the draft's limits. Undefined when the check has no objection. */
  readonly run: (evidence: Evidence) => CheckResult | undefined;
};
