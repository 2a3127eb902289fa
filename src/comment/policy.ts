import { TEXT_MAX } from './limits.ts';
import type { CheckModes } from './policies/check-modes.ts';
import { defaultProof, type ProofRules } from './policies/proof-rules.ts';

/** Terms that catch a comment. `*` stands for any run of characters; case and accents do not count. */
export type Blocklist = {
  /** Whole words or phrases in text, author's name and address; `casino*` catches `casinos`. Signs count: `.top`, `C++`. */
  readonly words: readonly string[];
  /** `*@example.com` catches a whole domain. */
  readonly emails: readonly string[];
  /** Hosts of links in the text, of the author's address and e-mail; a domain catches its subdomains. */
  readonly domains: readonly string[];
  /** Addresses, prefixes (`192.0.2.0/24`, `2001:db8::/32`) or `192.0.2.*`. */
  readonly networks: readonly string[];
};

/** A site's thresholds: one document, whole, with a version. Defaults are what readers and moderators are used to. */
export type Policy = {
  readonly firstComment: {
    /** Comments of an author that moderators approved, less those refused, before the next is published at once; 0 trusts everybody. */
    readonly approvedMin: number;
    /** Comments of an author that may be published before a moderator looks at one of theirs; null sets no limit. */
    readonly unseenMax: number | null;
  };
  readonly links: {
    /** Links in the text from which a comment is held. */
    readonly holdFrom: number;
  };
  /** Sliding windows over the site's comments; null switches one off. */
  readonly flood: {
    /** Seconds between two comments of one proven person; sooner ones are refused. */
    readonly pauseS: number | null;
    /** Comments of one proven person in ten minutes; more are held. */
    readonly per10Min: number | null;
    /** Comments of one proven person in a day; more are refused. */
    readonly perDay: number | null;
    /** Comments from one network in ten minutes; more are held, unless their author has earned trust. */
    readonly networkHoldPer10Min: number | null;
    /** The same; more are refused. */
    readonly networkPer10Min: number | null;
    /** Comments on the whole site in ten minutes; more are held. */
    readonly siteHoldPer10Min: number | null;
    /** The same; more are refused. */
    readonly sitePer10Min: number | null;
  };
  readonly formToken: {
    /** Seconds between showing the form and sending it, under which it is held. */
    readonly minS: number;
    /** Hours after which a form is too old to prove anything. */
    readonly maxH: number;
  };
  readonly nearDuplicate: {
    /** How far back texts are compared. */
    readonly withinH: number;
    /** Differing bits of 64 up to which two texts count as nearly the same. */
    readonly bitsMax: number;
    /** Ring buffers over which the site's recent texts are spread; raise it on sites with hundreds of comments a day. */
    readonly shards: 1 | 2 | 4 | 8 | 16;
  };
  /** What the learned filter may cost: shares of honest comments, in per cent; null switches one off. */
  readonly learnedFilter: {
    /** Honest comments that may be held for a moderator. */
    readonly holdPercent: number | null;
    /** Honest comments that may be called spam. */
    readonly spamPercent: number | null;
  };
  /** The page that an author states of their own. */
  readonly authorPages: {
    /** Comments of an author that moderators approved, less those refused, before readers see the page of the next; 0 shows it at once. */
    readonly shownAfter: number;
    /** Names (for authors never approved also articles) under which one page is stated in 30 days before a comment is held; null switches it off. */
    readonly holdFrom: number | null;
  };
  readonly author: {
    /** Names and words of names that only the newsroom signs with; a comment that is signed so is held. */
    readonly reservedNames: readonly string[];
  };
  readonly abusiveWords: {
    /** Whether a comment with insults or slurs waits for a moderator; otherwise they are only pointed out. */
    readonly hold: boolean;
  };
  readonly bans: {
    /** Whether comments stopped by a ban are listed in the queue of spam; otherwise they are in no queue, like blatant spam. */
    readonly listed: boolean;
  };
  /** Readers' reports of published comments. */
  readonly reports: {
    /** Weight of reports from which moderators find a comment in the queue `reported`: a stranger's weighs 1, and one of an offence is enough. Null lists none for it. */
    readonly threshold: number | null;
    /** Whether the comment is also hidden until a moderator has looked. */
    readonly strict: boolean;
  };
  /** Waves of spam: when much of what comes in is spam, comments of people who have not earned trust wait. */
  readonly surge: {
    /** Share of spam, in per cent, from which on they wait; null switches it off. */
    readonly sharePercent: number | null;
    /** Comments that must have come in within the window before their share means anything. */
    readonly comments: number;
    /** Minutes of the sliding window. */
    readonly windowMin: number;
    /** Minutes without spam after which it is over. */
    readonly relaxMin: number;
  };
  readonly proof: ProofRules;
  /** A match is spam. */
  readonly blocked: Blocklist;
  /** A match is held. */
  readonly suspect: Blocklist;
  readonly text: {
    /** Characters are Unicode code points. */
    readonly charactersMin: number;
    readonly charactersMax: number;
    /** Longest run without a space, links apart. */
    readonly wordMax: number;
    /** Share of capitals among letters from which a text of some length is shouting. */
    readonly capitalsMax: number;
  };
  /** How readers see comments. */
  readonly display: {
    /** How deep replies are nested; deeper ones stand beside the comment they answer, with a link to it. */
    readonly depthMax: number;
    /** Whether a drawing of ours stands beside each author's name, the same for the same person. */
    readonly identicons: boolean;
    /** Whether a little Markdown is read in texts: emphasis, code, labels of links, quotations and lists. */
    readonly markdown: boolean;
  };
  readonly retention: {
    readonly spamDays: number;
    readonly rejectedDays: number;
    readonly pendingDays: number;
    readonly networkDays: number;
  };
  readonly checks: CheckModes;
  /** By their ids, at most ARTICLES_MAX. */
  readonly articles: Readonly<Record<string, ArticleRules>>;
};

/** Sections that an article may override. Rules that guard the whole site, or apply later, are the same for all. */
export const articleSections = [
  ...(['firstComment', 'links', 'formToken', 'learnedFilter', 'author', 'abusiveWords'] as const),
  ...(['reports', 'proof', 'blocked', 'suspect', 'text', 'checks'] as const),
] as const;
/** Settings that an article has in place of the site's, key by key. */
export type ArticleRules = { readonly [Name in (typeof articleSections)[number]]?: Partial<Policy[Name]> };
/** Articles with rules of their own: every submission of the site reads all of them. */
export const ARTICLES_MAX = 100;

const none: Blocklist = { words: [], emails: [], domains: [], networks: [] };

/** Submissions of one person that are remembered: a policy's windows may count no more. */
export const FLOOD_MEMORY = 40;
/** The same of one network: its entries are longer, and all of them must fit into one write unit. */
export const NETWORK_MEMORY = 34;

/** Comments of a site that surges are computed from: a policy may ask for no more. */
export const SURGE_MEMORY = 180;

export const defaultPolicy: Policy = {
  // WordPress `comment_previously_approved`; ten unseen are what a keen reader writes between two looks a day.
  firstComment: { approvedMin: 1, unseenMax: 10 },
  // WordPress `comment_max_links`, which holds at two although its label says "more than".
  links: { holdFrom: 2 },
  // WordPress `wp_throttle_comment_flood` (15 s); Twikoo's ten minutes; a day's worth for a very keen reader. A network may be
  // a school: a class passes. A site's outer window only bounds the bill.
  flood: {
    ...{ pauseS: 15, per10Min: 5, perDay: 30 },
    ...{ networkHoldPer10Min: 10, networkPer10Min: 30 },
    ...{ siteHoldPer10Min: 300, sitePer10Min: 20_000 },
  },
  formToken: { minS: 3, maxH: 24 },
  nearDuplicate: { withinH: 24, bitsMax: 8, shards: 1 },
  learnedFilter: { holdPercent: 0.5, spamPercent: 0.1 },
  // The first approved comment earns no link, so flattery does not pay; three names are no family's blog.
  authorPages: { shownAfter: 1, holdFrom: 3 },
  author: {
    reservedNames: [
      ...['la rédaction', 'modérateur', 'modératrice', 'modération', 'administrateur', 'administratrice'],
      ...['rédaction', 'moderator', 'administrator', 'admin', 'webmaster', 'editorial team'],
    ],
  },
  abusiveWords: { hold: false },
  // WordPress puts what its list of disallowed keys stops into the trash, where nobody has to look at it.
  bans: { listed: false },
  // One reader may be annoyed; three are seldom wrong together.
  reports: { threshold: 3, strict: false },
  // Half is far over what a quiet site gets, and ten spam comments in a quarter of an hour are no drizzle.
  surge: { sharePercent: 50, comments: 20, windowMin: 15, relaxMin: 15 },
  proof: defaultProof,
  blocked: none,
  suspect: none,
  // One character: an emoji is an answer, too.
  text: { charactersMin: 1, charactersMax: TEXT_MAX, wordMax: 100, capitalsMax: 0.7 },
  // WordPress `thread_comments_depth`.
  display: { depthMax: 5, identicons: true, markdown: false },
  // Akismet keeps spam 15 days, WordPress trash 30 days, Isso pending comments 30 days.
  retention: { spamDays: 15, rejectedDays: 30, pendingDays: 30, networkDays: 30 },
  checks: {},
  articles: {},
};
