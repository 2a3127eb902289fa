/** What the API answers, as far as this page reads it. */
export type Status = 'pending' | 'approved' | 'rejected' | 'spam' | 'withdrawn';
export type Queue = 'pending' | 'reported' | 'spam' | 'appeals' | 'recent';
export type Decision = 'approve' | 'reject' | 'spam' | 'restore';
export type Outcome = 'approve' | 'hold' | 'spam' | 'refuse';

export type Finding = {
  readonly check: string;
  readonly version: number;
  readonly outcome: Outcome;
  readonly score: number;
  readonly because: readonly string[];
  readonly ms: number;
};

export type Comment = {
  readonly id: string;
  readonly parent: string | null;
  readonly text: string;
  readonly createdAt: string;
  readonly since: string;
  readonly version: number;
  readonly language?: string | null;
  readonly status?: Status;
  readonly article: { readonly id: string; readonly title: string | null; readonly link: string | null };
  readonly author: {
    readonly name: string;
    readonly url: string | null;
    readonly page: { readonly shown: boolean; readonly because: string } | null;
    readonly key?: string | null;
    readonly approved?: number;
    readonly refused?: number;
    readonly firstSeenAt?: string | null;
    readonly last?: {
      readonly id: string;
      readonly article: string;
      readonly excerpt: string;
      readonly status: Status;
      readonly createdAt: string;
    } | null;
  };
  readonly answers?: {
    readonly id: string;
    readonly author: string;
    readonly excerpt: string;
    readonly status: Status;
  } | null;
  readonly verdict: { readonly outcome: Outcome; readonly findings: readonly Finding[] };
  readonly terms?: readonly { readonly field: string; readonly term: string }[];
};

export type Page = {
  readonly comments: readonly Comment[];
  readonly next: string | null;
  readonly examined?: number;
  readonly partial?: boolean;
};

export type QueueState = {
  readonly count: number;
  readonly oldestAt: string | null;
  readonly oldestAgeS: number | null;
  readonly blatant?: number;
};
export type Counts = {
  readonly queues: Readonly<Partial<Record<Queue, QueueState>>>;
  readonly lastDecisionAt?: string | null;
};

export type Problem = {
  readonly code: string;
  readonly detail: string;
  readonly fields?: readonly { readonly field: string; readonly detail: string }[];
  readonly current?: {
    readonly status: Status;
    readonly version: number;
    readonly by: string | null;
    readonly at: string;
  };
};
export type DecisionResult = {
  readonly article: string;
  readonly comment: string;
  readonly status?: Status;
  readonly version?: number;
  readonly problem?: Problem;
};
export type Decided = { readonly results: readonly DecisionResult[]; readonly undo: string | null };

export type Me = {
  readonly member: { readonly id: string; readonly name: string; readonly role: 'moderator' | 'admin' };
  readonly site: {
    readonly id: string;
    readonly name: string;
    readonly language: 'fr' | 'en';
    readonly timeZone: string;
  };
};

export type ArticleMode = 'open' | 'premoderated' | 'closed';
export type ArticleSettings = {
  readonly id: string;
  readonly title: string | null;
  readonly link: string | null;
  readonly mode: ArticleMode;
  readonly count: number;
  readonly version: number;
};

export type PolicyNow = { readonly policy: object; readonly version: number };
export type EntryPreview = {
  readonly reading: string;
  readonly sought: string;
  readonly compared: number;
  readonly partial: boolean;
  readonly comments: readonly {
    readonly id: string;
    readonly article: string;
    readonly status: Status;
    readonly createdAt: string;
    readonly author: string;
    readonly excerpt: { readonly before: string; readonly match: string; readonly after: string } | null;
  }[];
};
export type Learning = {
  readonly damaged: boolean;
  readonly decisions: { readonly spam: number; readonly ham: number };
  readonly audit: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly pages: readonly { readonly page: string; readonly spam: number }[];
};

export type Role = 'moderator' | 'admin';
export type Member = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly kind: 'person' | 'program';
  readonly status: 'active' | 'invited';
  readonly version: number;
  readonly createdAt: string;
  readonly expiresAt: string | null;
};
export type AddedMember = {
  readonly member: Member;
  readonly invitation: { readonly link: string; readonly expiresAt: string } | null;
};

export type BanKind = 'author' | 'email' | 'domain' | 'network';
export type Ban = {
  readonly id: string;
  readonly kind: BanKind;
  readonly label: string;
  readonly effect: 'ban' | 'allow';
  readonly reason: string;
  readonly until: string | null;
  readonly by: string;
  readonly createdAt: string;
};

export type AuditEntry = {
  readonly at: string;
  readonly by: string;
  readonly name: string | null;
  readonly action: string;
  readonly article: string | null;
  readonly comment: string | null;
  readonly subject: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly reason: string | null;
};
export type AuditPage = { readonly entries: readonly AuditEntry[]; readonly next: string | null };
export type Stats = {
  readonly days: readonly {
    readonly day: string;
    readonly published: number;
    readonly held: number;
    readonly spam: number;
    readonly decisions: number;
  }[];
  readonly comments: number;
  readonly spamShare: number | null;
  readonly reasons: Readonly<Record<string, number>>;
  readonly waiting: {
    readonly decisions: number;
    readonly medianS: number | null;
    readonly ninetyS: number | null;
  };
  readonly members: readonly {
    readonly id: string;
    readonly name: string | null;
    readonly decisions: number;
  }[];
  readonly filter: Readonly<Partial<Record<'held' | 'calledSpam' | 'upheld' | 'missed', number>>>;
};

/** An answer, or why there is none. `status` is 0 without a network. */
export type Answer<Reply> =
  | { readonly isOk: true; readonly reply: Reply }
  | { readonly isOk: false; readonly status: number; readonly problem?: Problem };
