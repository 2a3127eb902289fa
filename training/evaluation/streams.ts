import { HOUR_MS } from '../../src/comment/time.ts';
import { logOdds } from '../../src/screening/filter/model/model.ts';
import { read } from '../../src/screening/filter/reading/reading.ts';
import { modelUpdateOf, siteOdds } from '../../src/screening/filter/site/site-learning.ts';
import { learned, type SiteMemory } from '../../src/screening/filter/site/site-memory.ts';
import { percent, table } from '../../tools/report/markdown.ts';
import { frenchComments } from '../development.ts';
import { randomFrom, shuffled } from '../random.ts';
import { type Bench, bandFor, type Sample, sampleOf } from './bench.ts';

const LONGEST = 1_500;

/**
 * Simulated sites whose moderators decide on every comment in turn: what the default policy holds with and
 * without their decisions.
 */
export const streams = (bench: Bench): string => {
  const readers = shuffled(randomFrom(bench.seed), frenchComments(bench.directory)).slice(
    0,
    LONGEST - OFFERS,
  );
  const sites: readonly (readonly [string, readonly Sample[]])[] = [
    ['a blog under attack (wp_midonet)', bench.set('wp_midonet')],
    ['a tutorial site (datacamp_blog_a)', bench.set('datacamp_blog_a')],
    ['Chinese comments', bench.set('zh_comment_antispam')],
    ['Indonesian comments', bench.set('id_gambling_yt')],
    ['French readers and a guest house nobody knows', [...readers.map(sampleOf), ...offers()]],
    ['French teenagers, no spam', bench.set('cyberado_fr')],
    ['English news, no spam', bench.set('ucc_globeandmail_val')],
  ];
  return table(
    [
      'simulated site',
      'spam',
      'held: shipped alone',
      'with the site’s word',
      'not spam',
      'held: alone',
      'with',
    ],
    sites
      .filter(([, samples]) => samples.length > 0)
      .map(([name, samples]) => {
        bench.tell(`simulating ${name}`);
        return [name, ...simulate(bench, shuffled(randomFrom(bench.seed), samples).slice(0, LONGEST))];
      }),
  );
};

const simulate = (bench: Bench, stream: readonly Sample[]): readonly (string | number)[] => {
  let memory: SiteMemory = [];
  const outcomes = stream.map((sample, nth) => {
    const { input, isSpam, lesson } = sample;
    const now = nth * HOUR_MS;
    const reading = read(input);
    const alone = logOdds(bench.shipped, lesson.vector);
    const both = alone + siteOdds(memory, reading, now);
    memory = learned(memory, modelUpdateOf({ event: String(nth), isSpam, now }, reading, both));
    const { holdFrom } = bandFor(bench, sample);
    return { isSpam, alone: alone >= holdFrom, both: both >= holdFrom };
  });
  return [true, false].flatMap((isSpam) => {
    const own = outcomes.filter((one) => one.isSpam === isSpam);
    const held = (of: 'alone' | 'both') =>
      own.length > 0 ? percent(own.filter((one) => one[of]).length / own.length) : '-';
    return [own.length, held('alone'), held('both')];
  });
};

const OFFERS = 60;
const TOWNS = 'Brest Vannes Dinan Auray Redon Lannion Quimper Rennes Nantes Lorient Morlaix Vitré'.split(' ');

/** Advertising from one source that shows no usual sign of spam. */
const offers = (): readonly Sample[] =>
  Array.from({ length: OFFERS }, (_, nth) => {
    const town = TOWNS[nth % TOWNS.length] ?? '';
    const texts = [
      `À ${town}, la maison des Glycines vous attend : cinq chambres au calme et table du soir.`,
      `Nos chambres d’hôtes des Glycines, à ${town}, ouvrent toute l’année, venez nombreux !`,
      `Envie de calme ? La maison des Glycines, c’est ${nth + 3} chambres près de ${town}.`,
    ];
    return sampleOf({
      input: { text: texts[nth % texts.length] ?? '', author: 'Odile', language: 'fr' },
      isSpam: true,
      ...{ set: 'offers', group: 'offers', language: 'fr' },
    });
  });
