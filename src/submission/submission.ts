import type { CommentId, Draft } from '../comment/comment.ts';
import type { Site } from '../comment/site.ts';
import type { FormProof, WorkProof } from '../screening/check.ts';

/** Where a submission came from, as far as anybody can tell. Lives in memory only. */
export type Sender = {
  /** The visitor's address as the gateway saw it, without port. */
  readonly address: string;
  /** The part of it that one household or device keeps. */
  readonly network: string;
  /** Who the author proved to be by a token of ours; a typed name or e-mail proves nothing. */
  readonly proven: string | undefined;
  /** When the comment came in that the token was given for, in milliseconds since 1970. */
  readonly provenAt?: number | undefined;
  /** The same, sealed, to be kept with an idempotency key. */
  readonly sealed?: string | undefined;
};

/** What became of the form token that came along. */
export type FormTicket =
  | Exclude<FormProof, { state: 'genuine' }>
  | { readonly state: 'genuine'; readonly ageS: number; readonly nonce: string };

/** What became of the proof of work that came along, before anybody knows whether it came with another comment before. */
export type ProofTicket =
  | { readonly state: Exclude<WorkProof, 'used' | 'right'> }
  | {
      readonly state: 'right';
      /** Names the challenge it solves, 64 hexadecimal digits. */
      readonly challenge: string;
      /** When it stops counting, in milliseconds since 1970. */
      readonly expiresAt: number;
    };

/** What a reader sent, parsed and bounded, and where it came from: all that the rest follows from. */
export type Received = {
  readonly site: Site;
  readonly draft: Draft;
  /** What was typed into the field that people do not see. */
  readonly honeypot: string;
  readonly sender: Sender;
  readonly form: FormTicket;
  /** Absent where none can come along: with an author's edit. */
  readonly proof?: ProofTicket;
  readonly idempotencyKey: string | undefined;
  readonly now: number;
};

/** An idempotency key as it is stored: its digest, and who sent it, sealed, if they proved it. */
export type Key = { readonly digest: string; readonly sender?: string };

/** The names a submission goes by in the store, none of which tells who it was. */
export type Identity = {
  /** The id the comment will have, unless the same submission came in before. */
  readonly id: CommentId;
  readonly networkKey: string;
  /** Ids that a ban of its network would have, narrowest first. */
  readonly networkBans: readonly string[];
  readonly emailKey: string | undefined;
  /** Of the proven author. */
  readonly authorKey: string | undefined;
  /** Keyed digest of all that was sent, and on which article. */
  readonly fingerprint: string;
  /** A short keyed digest of the same with the network it came from. */
  readonly content: Uint8Array;
  /** One with the proven author instead. */
  readonly ownContent?: Uint8Array | undefined;
  /** How long the same content is still the same comment. */
  readonly sameWithinMs: number;
  /** Digest of the form token's nonce, when that is genuine. */
  readonly formToken: Uint8Array | undefined;
  readonly key: Key | undefined;
};

export type Submission = { readonly received: Received; readonly identity: Identity };
