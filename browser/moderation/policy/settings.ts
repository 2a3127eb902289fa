import type { ProofTime } from '../../../src/comment/policies/proof-rules.ts';
import type { Policy } from '../../../src/comment/policy.ts';

/** How a setting is asked for: a number, one that may be left out, a switch, a list with an entry on each line, or one of some values. */
export type Kind = 'number' | 'limit' | 'switch' | 'list' | readonly string[];
type Sections = {
  readonly [S in Exclude<keyof Policy, 'checks' | 'articles'>]: { readonly [K in keyof Policy[S]]?: Kind };
};

const blocklist = { words: 'list', emails: 'list', domains: 'list', networks: 'list' } as const;

/** The settings that have names, in the order of the form. The document has the rest. */
export const SETTINGS = {
  firstComment: { approvedMin: 'number', unseenMax: 'limit' },
  links: { holdFrom: 'number' },
  blocked: blocklist,
  suspect: blocklist,
  abusiveWords: { hold: 'switch' },
  learnedFilter: { holdPercent: 'limit', spamPercent: 'limit' },
  flood: {
    pauseS: 'limit',
    per10Min: 'limit',
    perDay: 'limit',
    networkHoldPer10Min: 'limit',
    networkPer10Min: 'limit',
    siteHoldPer10Min: 'limit',
    sitePer10Min: 'limit',
  },
  surge: { sharePercent: 'limit', comments: 'number', windowMin: 'number', relaxMin: 'number' },
  proof: {
    when: ['never', 'surge', 'always'] satisfies readonly ProofTime[],
    difficulty: 'number',
    liftsSurge: 'switch',
  },
  reports: { threshold: 'limit', strict: 'switch' },
  author: { reservedNames: 'list' },
  authorPages: { shownAfter: 'number', holdFrom: 'limit' },
  text: { charactersMin: 'number', charactersMax: 'number', wordMax: 'number', capitalsMax: 'number' },
  formToken: { minS: 'number', maxH: 'number' },
  nearDuplicate: { withinH: 'number', bitsMax: 'number' },
  bans: { listed: 'switch' },
  display: { depthMax: 'number', identicons: 'switch', markdown: 'switch' },
  retention: { spamDays: 'number', rejectedDays: 'number', pendingDays: 'number', networkDays: 'number' },
} as const satisfies Sections;

type Named = typeof SETTINGS;
/** The values that a section's settings are one of. */
type Choices<Section> = Extract<Section[keyof Section], readonly string[]>[number];
/** A title for each section, and a label for each of its settings and of the values they are one of. */
export type SettingWords = {
  readonly [S in keyof Named]: {
    readonly title: string;
    readonly labels: { readonly [K in keyof Named[S]]: string };
  } & ([Choices<Named[S]>] extends [never]
    ? { readonly choices?: never }
    : { readonly choices: Readonly<Record<Choices<Named[S]>, string>> });
};
export const sections = Object.keys(SETTINGS) as (keyof Named)[];
