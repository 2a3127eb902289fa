import { percent, table } from '../../tools/report/markdown.ts';
import { splitKey } from '../examples/example.ts';
import { correlation } from '../figures.ts';
import { partOf } from '../random.ts';
import { afieldModelOf, type Bench, type Judged, modelOf, outcomeFor, type Sample, scored } from './bench.ts';

const FOLDS = 5;
/** Makes other folds than the calibration's. */
const FOLD_START = 7;

/** French spam of genres that were not learned from: five folds by template. */
export const frenchSpam = (bench: Bench): string => {
  const all = bench.training();
  const own = all.filter(({ set, language }) => language === 'fr' && /^(?:texts|fr_synth)/.test(set));
  const part = (sample: Sample) => partOf(splitKey(sample), FOLDS, FOLD_START);
  const folds = Array.from({ length: FOLDS }, (_, fold) => {
    bench.tell(`French texts, fold ${fold + 1} of ${FOLDS}`);
    const left = own.filter((sample) => part(sample) === fold);
    const out = new Set<Sample>(left);
    return scored(
      afieldModelOf(
        all.filter((sample) => !out.has(sample) && !isDerived(sample)),
        bench.seed,
      ),
      left,
    );
  });
  const judged = folds.flat();
  return table(
    ['French texts left out', 'comments', 'held or worse', 'called spam'],
    [true, false].map((isSpam) => {
      const own = judged.filter((one) => one.isSpam === isSpam);
      return [isSpam ? 'spam' : 'not spam', own.length, ...outcomes(bench, own, 1)];
    }),
  );
};

/** Shares held or worse, and called spam, by the default policy. */
const outcomes = (bench: Bench, judged: readonly Judged[], digits = 2): readonly string[] => {
  const given = judged.map((one) => outcomeFor(bench, one));
  const share = (out: readonly string[]) =>
    percent(given.filter((one) => out.includes(one)).length / given.length, digits);
  return [share(['hold', 'spam']), share(['spam'])];
};

/** Generated from other examples, and so would leak what was left out. */
const isDerived = ({ set }: Sample): boolean => ['keywords', 'honest', 'traders'].includes(set);

/** Honest and rude comments of sets that no weight was learned from, by language. */
export const honestHeld = (bench: Bench): string => {
  const sets = [
    'cyberado_fr',
    'mlma_fr_toxic',
    'wxr_blogs_open',
    'ucc_globeandmail_val',
    'germeval2021_fb_news',
    'korean_news_a',
  ];
  const rows = sets.flatMap((name) => {
    const honest = bench.set(name).filter(({ isSpam }) => !isSpam);
    return [...Map.groupBy(honest, ({ language }) => language)]
      .filter(([, samples]) => samples.length >= 50)
      .map(([language, samples]) => heldRow(bench, `${name}, ${language}`, samples));
  });
  return table(['honest or rude, never spam', 'comments', 'held or worse', 'called spam'], rows);
};

const heldRow = (bench: Bench, name: string, samples: readonly Sample[]) => [
  name,
  samples.length,
  ...outcomes(bench, scored(bench.shipped, samples)),
];

/** Spam in languages that the shipped weights hardly know. */
export const otherLanguages = (bench: Bench): string =>
  table(
    ['set', 'spam', 'held or worse', 'not spam', 'held or worse'],
    ['id_gambling_yt', 'zh_comment_antispam'].map((name) => {
      const judged = scored(bench.shipped, bench.set(name));
      const cells = [true, false].flatMap((isSpam) => {
        const own = judged.filter((one) => one.isSpam === isSpam);
        return [own.length, outcomes(bench, own, 1)[0] ?? ''];
      });
      return [name, ...cells];
    }),
  );

/** Learns from English text messages and judges their translations. */
export const acrossLanguages = (bench: Bench): string => {
  bench.tell('text messages across languages');
  const model = modelOf(bench.set('sms_uci'), bench.seed);
  return table(
    ['learned from English messages, judged', 'correlation at even odds'],
    ['sms_mt_fr', 'sms_mt_de', 'sms_mt_hi'].map((name) => [
      name,
      correlation(scored(model, bench.set(name))).toFixed(3),
    ]),
  );
};
