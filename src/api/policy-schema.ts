import * as z from 'zod';
import { TEXT_MAX } from '../comment/limits.ts';
import { domainEntry, emailEntry } from '../comment/policies/list-entries.ts';
import { proofTimes } from '../comment/policies/proof-rules.ts';
import {
  type Blocklist,
  defaultPolicy,
  FLOOD_MEMORY,
  NETWORK_MEMORY,
  type Policy,
  SURGE_MEMORY,
} from '../comment/policy.ts';
import { patternOf } from '../screening/text/words.ts';

/** Entries of one list, and characters of an entry. */
const TERMS_MAX = 5_000;
const TERM_MAX = 100;
/** Greatest limit of comments on a site in ten minutes: 167 a second. */
const SITE_MAX = 100_000;
/** Names or articles of one page: fewer than a site's newest pages, or none would ever reach it. */
const PAGES_HOLD_MAX = 30;
/** How deep replies can be drawn; source: WordPress. */
const DEPTH_MAX = 10;
/** Hashes that a device may be asked for: fewer tell nothing, and more keep a telephone busy for a minute. */
const [HASHES_MIN, HASHES_MAX] = [1_000, 1_000_000];
/** Greatest threshold of reports' weight. */
const REPORTS_MAX = 100;

const whole = (min: number, max: number, fallback: number) => z.int().min(min).max(max).default(fallback);

/** A limit that `null` switches off. */
const limit = (max: number, fallback: number | null) => z.int().min(1).max(max).nullable().default(fallback);

/** A share of honest comments, in per cent; the filter knows no smaller ones. */
const share = (fallback: number | null) => z.number().min(0.01).max(20).nullable().default(fallback);

const term = z
  .string()
  .trim()
  .regex(/[\p{L}\p{N}]/u, { error: 'It must hold a letter or a digit.' })
  .max(TERM_MAX)
  .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text));
const listOf = (entry: z.ZodType<string>, fallback: readonly string[] = []) =>
  z
    .array(entry)
    .max(TERMS_MAX)
    .default([...fallback]);
const words = term.refine((text) => patternOf(text).pattern !== '', {
  error: 'It must hold a letter or a digit that can be seen.',
});
const domains = term
  // `spam` alone is no domain; whoever means all of `.top` writes the dot.
  .refine((text) => /[.*]/.test(text), { error: 'It must be a domain such as spam.example.', abort: true })
  .overwrite((text) => domainEntry(text) ?? text)
  .refine((text) => domainEntry(text) === text, {
    error: 'It must be a domain such as spam.example or *.top, without a path.',
  });
const emails = term
  .overwrite((text) => emailEntry(text) ?? text)
  .refine((text) => emailEntry(text) === text, {
    error: 'It must be an email address such as jean@spam.example or *@spam.example.',
  });
const OCTET = String.raw`(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)`;
/** `192.0.2.*`: whole octets from the left, then a star. */
const OCTETS = new RegExp(String.raw`^(?:${OCTET}\.){1,3}\*$`);
const isNetwork = (entry: string): boolean =>
  [z.regexes.ipv4, z.regexes.ipv6, z.regexes.cidrv4, z.regexes.cidrv6, OCTETS].some((form) =>
    form.test(entry),
  );
const networks = term
  .refine(isNetwork, { error: 'It must be an address or a prefix.', abort: true })
  .refine((entry) => !/\/0+$/.test(entry), { error: 'It would match every address.' });

const {
  firstComment,
  links,
  flood,
  formToken,
  nearDuplicate,
  learnedFilter,
  author,
  authorPages,
  abusiveWords,
  bans,
  reports,
  surge,
  proof,
  text,
  display,
  retention,
} = defaultPolicy;
const DAY_S = 86_400;
const DAY_MIN = 1_440;
const YEAR_D = 366;

/** Missing keys take their defaults, and so does a missing section. */
const section = <S extends z.core.$ZodShape>(shape: S) =>
  z.strictObject(shape).prefault({} as z.input<z.ZodObject<S>>);

/** The form of an entry of each list. */
export const entryForms = { words, domains, emails, networks };

const blocklist = section({
  words: listOf(words),
  emails: listOf(emails),
  domains: listOf(domains),
  networks: listOf(networks),
} satisfies Record<keyof Blocklist, z.ZodType>);

/** The sections that have names and defaults. What is left out takes its default; what is not known is refused. */
export const policySections = {
  firstComment: section({
    approvedMin: whole(0, 100, firstComment.approvedMin),
    unseenMax: limit(FLOOD_MEMORY, firstComment.unseenMax),
  }),
  links: section({ holdFrom: whole(1, 1_000, links.holdFrom) }),
  flood: section({
    pauseS: limit(DAY_S, flood.pauseS),
    per10Min: limit(FLOOD_MEMORY, flood.per10Min),
    perDay: limit(FLOOD_MEMORY, flood.perDay),
    networkHoldPer10Min: limit(NETWORK_MEMORY, flood.networkHoldPer10Min),
    networkPer10Min: limit(NETWORK_MEMORY, flood.networkPer10Min),
    siteHoldPer10Min: limit(SITE_MAX, flood.siteHoldPer10Min),
    sitePer10Min: limit(SITE_MAX, flood.sitePer10Min),
  }),
  formToken: section({ minS: whole(0, 600, formToken.minS), maxH: whole(1, 24 * 30, formToken.maxH) }),
  nearDuplicate: section({
    withinH: whole(0, 24 * 7, nearDuplicate.withinH),
    bitsMax: whole(0, 20, nearDuplicate.bitsMax),
    // Near texts differ in a few bits: only a power of two, which reads the lowest, keeps most of them together.
    shards: z.literal([1, 2, 4, 8, 16]).default(1),
  }),
  learnedFilter: section({
    holdPercent: share(learnedFilter.holdPercent),
    spamPercent: share(learnedFilter.spamPercent),
  }),
  authorPages: section({
    shownAfter: whole(0, 100, authorPages.shownAfter),
    holdFrom: z.int().min(2).max(PAGES_HOLD_MAX).nullable().default(authorPages.holdFrom),
  }),
  author: section({ reservedNames: listOf(words, author.reservedNames) }),
  abusiveWords: section({ hold: z.boolean().default(abusiveWords.hold) }),
  reports: section({
    threshold: limit(REPORTS_MAX, reports.threshold),
    strict: z.boolean().default(reports.strict),
  }),
  surge: section({
    sharePercent: z.int().min(10).max(100).nullable().default(surge.sharePercent),
    comments: whole(5, SURGE_MEMORY / 2, surge.comments),
    windowMin: whole(1, 60, surge.windowMin),
    relaxMin: whole(1, DAY_MIN, surge.relaxMin),
  }),
  proof: section({
    when: z.enum(proofTimes).default(proof.when),
    difficulty: whole(HASHES_MIN, HASHES_MAX, proof.difficulty),
    liftsSurge: z.boolean().default(proof.liftsSurge),
  }),
  bans: section({ listed: z.boolean().default(bans.listed) }),
  blocked: blocklist,
  suspect: blocklist,
  text: section({
    charactersMin: whole(1, 100, text.charactersMin),
    charactersMax: whole(100, TEXT_MAX, text.charactersMax),
    wordMax: whole(20, TEXT_MAX, text.wordMax),
    capitalsMax: z.number().min(0.1).max(1).default(text.capitalsMax),
  }),
  display: section({
    depthMax: whole(2, DEPTH_MAX, display.depthMax),
    identicons: z.boolean().default(display.identicons),
    markdown: z.boolean().default(display.markdown),
  }),
  retention: section({
    spamDays: whole(1, YEAR_D, retention.spamDays),
    rejectedDays: whole(1, YEAR_D, retention.rejectedDays),
    pendingDays: whole(1, YEAR_D, retention.pendingDays),
    networkDays: whole(1, YEAR_D, retention.networkDays),
  }),
} satisfies Record<Exclude<keyof Policy, 'checks' | 'articles'>, z.ZodType>;
