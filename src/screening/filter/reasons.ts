import type { Trace } from '../../comment/verdict.ts';
import { TERM_MAX } from '../screen.ts';
import { hashOf, seedOf } from '../text/hash.ts';
import { families } from './features/families.ts';
import { contactFlags } from './features/flags/contact-flags.ts';
import { flagsOf } from './features/flags/index.ts';
import { linkFlags } from './features/flags/link-flags.ts';
import { trickFlags } from './features/flags/shape-flags.ts';
import { titleFlags } from './features/flags/title-flags.ts';
import { gramsOf } from './features/grams.ts';
import type { Subject } from './features/subjects.ts';
import { type Bag, bagsOf, placeOf } from './features/vector.ts';
import type { Linear } from './model/model.ts';
import { weightAt } from './model/weights.ts';
import { isCommon } from './reading/detect-language.ts';
import { LINK, type Reading } from './reading/reading.ts';

/** Why a comment resembles spam: `terms` are words of the comment or names of flags, the weightiest first. */
export type Reason = { readonly subject: Subject; readonly odds: number; readonly terms: readonly string[] };

/** Reasons given, terms in each, and log-odds from which something is a reason. */
export const REASONS_MAX = 5;
const TERMS_MAX = 6;
const ODDS_MIN = 0.15;

type Part = { readonly subject: Subject; readonly term: string; readonly odds: number };

/** The weightiest reasons for spam, made from the same features and weights as the score; never none. */
export const reasonsOf = (model: Linear, reading: Reading): readonly Reason[] => {
  const parts = [...namedParts(model, reading), ...wordParts(model, reading)];
  const reasons = [...Map.groupBy(parts, ({ subject }) => subject)]
    .map(([subject, own]) => ({ subject, odds: sumOf(own), terms: termsOf(own) }))
    .filter(({ odds, terms }) => odds >= ODDS_MIN && terms.length > 0)
    .sort((a, b) => b.odds - a.odds)
    .slice(0, REASONS_MAX);
  return reasons.length > 0 ? reasons : [{ subject: 'all', odds: 0, terms: [] }];
};

const sumOf = (parts: readonly Part[]): number => parts.reduce((sum, { odds }) => sum + odds, 0);

/** Terms that speak for spam by what all their parts come to. */
const termsOf = (parts: readonly Part[]): readonly string[] =>
  [...Map.groupBy(parts, ({ term }) => term)]
    .map(([term, own]) => ({ term, odds: sumOf(own) }))
    .filter(({ term, odds }) => odds > 0 && isTelling(term))
    .sort((a, b) => b.odds - a.odds)
    .slice(0, TERMS_MAX)
    .map(({ term }) => term)
    .filter(
      (term, _, all) => !all.some((other) => other.includes('.') && other !== term && other.includes(term)),
    );

const isTelling = (term: string): boolean =>
  term !== '' && term !== LINK && !term.startsWith('#') && !isCommon(term);

const weigh = ({ scale, weights }: Linear, hash: number, unit: number): number =>
  scale * unit * weightAt(weights, placeOf(hash));

const unitOf = (bags: readonly Bag[], family: string): number =>
  bags.find((bag) => bag.family === family)?.unit ?? 0;

const namedParts = (model: Linear, reading: Reading): readonly Part[] => {
  const seen = flagsOf(reading);
  const bags = bagsOf(reading, seen);
  return families.flatMap(({ name, names }) => {
    const seed = seedOf(name);
    const unit = unitOf(bags, name);
    return [...new Set(names(reading, seen))].map((feature) => ({
      ...aboutOf(name, feature),
      odds: weigh(model, hashOf(seed, feature), unit),
    }));
  });
};

/** What runs of letters add is said of the word they are in. */
const wordParts = (model: Linear, reading: Reading): readonly Part[] => {
  const bags = bagsOf(reading);
  const [text, author] = [unitOf(bags, 'gram'), unitOf(bags, 'author-gram')];
  const odds = (word: string, seed: number, longest: number, unit: number) =>
    gramsOf([word], seed, longest).reduce((sum, hash) => sum + weigh(model, hash, unit), 0);
  return [
    ...[...new Set(reading.words)].map((word) => ({
      ...{ subject: 'words' as const, term: word },
      odds: odds(word, seedOf('gram'), 5, text),
    })),
    ...[...new Set(reading.author.words)].map((word) => ({
      ...{ subject: 'name' as const, term: word },
      odds:
        odds(word, seedOf('author-gram'), 4, author) +
        weigh(model, hashOf(seedOf('text'), word), unitOf(bags, 'author')),
    })),
  ];
};

const aboutOf = (family: string, feature: string): Pick<Part, 'subject' | 'term'> => {
  if (family === 'text') return { subject: 'words', term: feature.split(' ').at(-1) ?? '' };
  if (family === 'link') return { subject: 'link', term: partNamed(feature) };
  if (family === 'author')
    return { subject: feature.startsWith('name ') ? 'name' : 'page', term: partNamed(feature) };
  const [flag = '', value] = (feature.split('&').at(-1) ?? '').split('=');
  return { subject: subjectOf(flag), term: value === '0' || unsaid.has(flag) ? '' : `~${flag}` };
};

/** Flags that weigh, but say nothing to a person; so does what is not there, `exclamations=0`. */
export const unsaid: ReadonlySet<string> = new Set([
  'site',
  'no-site',
  'no-author',
  'author-words',
  'length',
]);

/** A part of an address; a domain's last part alone says nothing. */
const partNamed = (feature: string): string => {
  const [part, name = `~${feature}`] = feature.split(' ');
  return part === 'top' ? '' : name;
};

const namesOf = (all: readonly { readonly name: string }[]): ReadonlySet<string> =>
  new Set(all.map(({ name }) => name));
const [links, contacts, tricks, titles] = [linkFlags, contactFlags, trickFlags, titleFlags].map(namesOf);

/** Flags are told apart from words by a `~`. */
const subjectOf = (flag: string): Subject => {
  if (links?.has(flag)) return 'link';
  if (contacts?.has(flag)) return 'contact';
  if (tricks?.has(flag)) return 'disguise';
  if (titles?.has(flag)) return 'title';
  if (flag.includes('site')) return 'page';
  return flag.includes('author') || flag === 'mail-digits' ? 'name' : 'form';
};

/** Which field of the comment a subject is found in. */
const FIELDS: Partial<Record<Subject, string>> = { name: 'author', page: 'url' };

/** A reason as a verdict keeps it: the subject, then as many of its terms as there is room for, flags marked by `~`. */
export const traceOf = ({ subject, terms }: Reason): Trace => {
  let said: string = subject;
  for (const term of terms) {
    const more = `${said}${said === subject ? ': ' : ', '}${term}`;
    if (more.length > TERM_MAX) break;
    said = more;
  }
  return { field: FIELDS[subject] ?? 'text', term: said };
};
