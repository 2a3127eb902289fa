import { percent, table } from '../../tools/report/markdown.ts';
import { TEXTS } from '../examples/assemble.ts';
import { spun } from '../examples/augment.ts';
import { readTemplates } from '../examples/read-data.ts';
import { pick, randomFrom } from '../random.ts';
import { type Bench, outcomeFor, type Sample, sampleOf, scored } from './bench.ts';

/** Lengths, in UTF-16 units, of an advert that is planted and of a text that it is planted in. */
const ADVERT = { least: 40, most: 1_500 };
const LONG_MIN = 1_500;
/** Every ninth French spam template is used. */
const EVERY = 9;

const PLACES = [
  { name: 'at the beginning', share: 0 },
  { name: 'in the middle', share: 0.5 },
  { name: 'at the end', share: 1 },
];

/**
 * Inserts adverts that are held by themselves into long honest comments in the same language, signed by the
 * advert's author.
 */
export const planted = (bench: Bench): string => {
  const rows = [
    ...rowsOf(bench, 'English, of unseen sites', englishSpam(bench), longOf(bench, 'haacked')),
    ...rowsOf(bench, 'French, the project’s own', frenchSpam(bench), longOf(bench, 'republique_fr')),
  ];
  return table(
    ['adverts held by themselves', 'planted', 'adverts', 'still held or worse', 'whole text alone'],
    rows,
  );
};

const longOf = (bench: Bench, set: string): readonly string[] =>
  bench
    .set(set)
    .filter(({ isSpam, input }) => !isSpam && input.text.length > LONG_MIN)
    .map(({ input }) => input.text);

const englishSpam = (bench: Bench): readonly Sample[] =>
  ['wp_midonet', 'datacamp_blog_a', 'wxr_blogs_open'].flatMap((set) => bench.set(set).filter(isAdvert));

const frenchSpam = (bench: Bench): readonly Sample[] =>
  spun(
    readTemplates(TEXTS).filter(
      ({ language, label, genre }) =>
        language === 'fr' && label === 'spam' && !/flatt|eloge|ia-|metier/.test(genre),
    ),
    [],
    randomFrom(bench.seed),
  )
    .filter((_, nth) => nth % EVERY === 0)
    .map(sampleOf)
    .filter(isAdvert);

const isAdvert = ({ isSpam, input: { text } }: Sample): boolean =>
  isSpam && text.length >= ADVERT.least && text.length <= ADVERT.most;

const isHeld = (bench: Bench, one: ReturnType<typeof scored>[number]): boolean =>
  outcomeFor(bench, one) !== 'approve';

const rowsOf = (bench: Bench, name: string, spam: readonly Sample[], long: readonly string[]) => {
  const held = scored(bench.shipped, spam).filter((one) => isHeld(bench, one));
  if (held.length * long.length === 0) return [];
  return PLACES.map(({ name: place, share }) => {
    const random = randomFrom(bench.seed);
    const inside = held.map(({ sample }) => {
      const around = pick(random, long);
      const at = around.indexOf(' ', Math.floor(share * around.length));
      const cut = at === -1 ? around.length : at;
      const text = `${share === 0 ? '' : around.slice(0, cut)} ${sample.input.text} ${share === 0 ? around : around.slice(cut)}`;
      return sampleOf({ ...sample, input: { ...sample.input, text } });
    });
    const judged = scored(bench.shipped, inside);
    const of = (score: (one: (typeof judged)[number]) => number) =>
      percent(judged.filter((one) => isHeld(bench, { ...one, score: score(one) })).length / judged.length);
    return [name, place, held.length, of(({ score }) => score), of(({ whole }) => whole)];
  });
};
