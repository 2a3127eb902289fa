import type { Trace } from '../../comment/verdict.ts';
import { TERM_MAX } from '../screen.ts';
import { hashOf } from '../text/hash.ts';
import { families, gramFamilies, TEXT_SEED } from './features/families.ts';
import { contactFlags } from './features/flags/contact-flags.ts';
import { type FlagName, flagsOf } from './features/flags/index.ts';
import { linkFlags } from './features/flags/link-flags.ts';
import { trickFlags } from './features/flags/shape-flags.ts';
import { titleFlags } from './features/flags/title-flags.ts';
import { gramsOf } from './features/grams.ts';
import { type Bag, newMemory } from './features/memory.ts';
import type { Subject } from './features/subjects.ts';
import { bagsOf, placeOf } from './features/vector.ts';
import type { Linear } from './model/model.ts';
import { weightAt } from './model/weights.ts';
import { isCommon } from './reading/common-words.ts';
import type { Reading } from './reading/reading.ts';
import { LINK } from './reading/usual-characters.ts';

/** Why a comment resembles spam. `terms` are words of the comment or names of flags (`~links`), the weightiest first. */
export type Reason = { readonly subject: Subject; readonly odds: number; readonly terms: readonly string[] };

/** Most reasons given, most terms in each, and the log-odds that make something a reason. */
export const REASONS_MAX = 5;
const TERMS_MAX = 6;
const ODDS_MIN = 0.15;

/** One feature's share of a reason. */
type Part = { readonly subject: Subject; readonly term: string; readonly odds: number };

/** The weightiest reasons for spam, computed from the same features and weights as the score; at least one. */
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

/** Terms whose parts add up in favour of spam. A word that is part of a listed domain is left out. */
const termsOf = (parts: readonly Part[]): readonly string[] =>
  [...Map.groupBy(parts, ({ term }) => term)]
    .map(([term, own]) => ({ term, odds: sumOf(own) }))
    .filter(({ term, odds }) => odds > 0 && isInformative(term))
    .sort((a, b) => b.odds - a.odds)
    .slice(0, TERMS_MAX)
    .map(({ term }) => term)
    .filter(
      (term, _, all) => !all.some((other) => other.includes('.') && other !== term && other.includes(term)),
    );

const isInformative = (term: string): boolean =>
  term !== '' && term !== LINK && !term.startsWith('#') && !isCommon(term);

const weigh = ({ scale, weights }: Linear, hash: number, unit: number): number =>
  scale * unit * weightAt(weights, placeOf(hash));

const unitOf = (bags: readonly Bag[], family: string): number =>
  bags.find((bag) => bag.family === family)?.unit ?? 0;

const namedParts = (model: Linear, reading: Reading): readonly Part[] => {
  const flags = flagsOf(reading);
  const bags = bagsOf(reading, newMemory(), flags);
  return families.flatMap(({ name, seed, names }) => {
    const unit = unitOf(bags, name);
    return [...new Set(names(reading, flags))].map((feature) => ({
      ...labelOf(name, feature),
      odds: weigh(model, hashOf(seed, feature), unit),
    }));
  });
};

/** Each word with what its character n-grams add up to. */
const wordParts = (model: Linear, reading: Reading): readonly Part[] => {
  const bags = bagsOf(reading, newMemory());
  const { text, author, site } = gramFamilies;
  const authorUnit = unitOf(bags, 'author');
  const oddsIn = (family: (typeof gramFamilies)[keyof typeof gramFamilies]) => {
    const unit = unitOf(bags, family.name);
    return (word: string) =>
      gramsOf(word, family, (hash) => weigh(model, hash, unit)).reduce((sum, odds) => sum + odds, 0);
  };
  const [ofText, ofName, ofPage] = [oddsIn(text), oddsIn(author), oddsIn(site)];
  return [
    ...[...new Set(reading.words)].map((term) => ({
      ...{ subject: 'words' as const, term },
      odds: ofText(term),
    })),
    ...[...new Set(reading.author.words)].map((term) => ({
      ...{ subject: 'name' as const, term },
      odds: ofName(term) + weigh(model, hashOf(TEXT_SEED, term), authorUnit),
    })),
    ...[...new Set(site.words(reading))].map((term) => ({
      ...{ subject: 'page' as const, term },
      odds: ofPage(term),
    })),
  ];
};

/** The subject and the term under which a feature counts; no term for a feature that means nothing to a person. */
const labelOf = (family: string, feature: string): Pick<Part, 'subject' | 'term'> => {
  if (family === 'text') return { subject: 'words', term: feature.split(' ').at(-1) ?? '' };
  if (family === 'link') return { subject: 'link', term: addressTerm(feature) };
  if (family === 'author')
    return { subject: feature.startsWith('name ') ? 'name' : 'page', term: addressTerm(feature) };
  const [flag = '', value] = (feature.split('&').at(-1) ?? '').split('=');
  return { subject: subjectOf(flag), term: value === '0' || hasNoPhrase.has(flag) ? '' : `~${flag}` };
};

/** Flags and pairs that have a weight but mean nothing to a person. */
const phraseless = ['site', 'no-site', 'no-author', 'author-words', 'length'] as const;
const hasNoPhrase: ReadonlySet<string> = new Set(phraseless);

/** Flags that every language has a phrase for. */
export type PhrasedFlag = Exclude<FlagName, (typeof phraseless)[number]>;

/** The part of an address that a feature names. A top-level domain alone means nothing to a person. */
const addressTerm = (feature: string): string => {
  const [part, name = `~${feature}`] = feature.split(' ');
  return part === 'top' ? '' : name;
};

const namesOf = (all: readonly { readonly name: string }[]): ReadonlySet<string> =>
  new Set(all.map(({ name }) => name));
const [links, contacts, tricks, titles] = [linkFlags, contactFlags, trickFlags, titleFlags].map(namesOf);

const subjectOf = (flag: string): Subject => {
  if (links?.has(flag)) return 'link';
  if (contacts?.has(flag)) return 'contact';
  if (tricks?.has(flag)) return 'disguise';
  if (titles?.has(flag)) return 'title';
  if (flag.includes('site')) return 'page';
  return flag.includes('author') || flag === 'mail-digits' ? 'name' : 'form';
};

/** The comment's field in which a subject is found, where that is not the text. */
const FIELDS: Partial<Record<Subject, string>> = { name: 'author', page: 'url' };

/** A reason as a verdict stores it: `subject: term, ~flag`, with as many whole terms as fit into TERM_MAX characters. */
export const traceOf = ({ subject, terms }: Reason): Trace => {
  let stored: string = subject;
  for (const term of terms) {
    const longer = `${stored}${stored === subject ? ': ' : ', '}${term}`;
    if (longer.length > TERM_MAX) break;
    stored = longer;
  }
  return { field: FIELDS[subject] ?? 'text', term: stored };
};
