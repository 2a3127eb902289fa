import { percent, table } from '../../tools/report/markdown.ts';
import { assemble, isFlattery } from '../examples/assemble.ts';
import { type Example, splitKey } from '../examples/example.ts';
import { honestSites } from '../examples/honest-sites.ts';
import { correlation } from '../figures.ts';
import { fitModel } from '../fit-model.ts';
import { fitThresholds, scoreSite } from '../fit-thresholds.ts';
import { partOf } from '../random.ts';
import { type Bench, type Judged, modelOf, outcomeFor, type Sample, scored } from './bench.ts';

const FOLDS = 5;
/** Makes other folds than the calibration's. */
const FOLD_START = 7;

/**
 * French texts of templates that were not learned from: five folds by template. Each fold's model gets all that the
 * shipped one gets, calibration and thresholds among it, because a threshold means nothing to another model.
 */
export const frenchSpam = (bench: Bench): string => {
  const { directory, seed } = bench;
  const sites = honestSites(directory, seed);
  const folds = Array.from({ length: FOLDS }, (_, fold) => {
    bench.tell(`French texts, fold ${fold + 1} of ${FOLDS}`);
    const isLeft = (example: Example) =>
      example.language === 'fr' &&
      /^(?:texts|fr_synth)/.test(example.set) &&
      partOf(splitKey(example), FOLDS, FOLD_START) === fold;
    const taught = assemble(directory, seed, (example) => !isLeft(example));
    const { model } = fitModel([taught], { seed, fits: 1, words: bench.words() });
    const thresholds = fitThresholds(sites.map((site) => scoreSite(model, site)));
    const judged = scored(model, bench.training().filter(isLeft));
    return judged.map((one) => ({
      kind: kindOf(one.sample),
      outcome: outcomeFor({ shipped: { ...bench.shipped, thresholds } }, one),
    }));
  });
  return table(
    ['French texts left out', 'comments', 'held or worse', 'called spam'],
    (
      [
        ['spam', ['advert', 'flattery']],
        ['of it: says what it sells', ['advert']],
        ['of it: only praise, told by its name and page', ['flattery']],
        ['not spam', ['honest']],
      ] as const
    ).map(([name, kinds]) => {
      const given = folds.flat().filter(({ kind }) => (kinds as readonly string[]).includes(kind));
      const outcomesOf = given.map(({ outcome }) => outcome);
      return [name, given.length, ...sharesOf(outcomesOf, 1)];
    }),
  );
};

const kindOf = (example: Example): 'advert' | 'flattery' | 'honest' => {
  if (!example.isSpam) return 'honest';
  return isFlattery(example) ? 'flattery' : 'advert';
};

/** Shares held or worse, and called spam, by the default policy. */
const outcomes = (bench: Bench, judged: readonly Judged[], digits = 2): readonly string[] =>
  sharesOf(
    judged.map((one) => outcomeFor(bench, one)),
    digits,
  );

const sharesOf = (given: readonly string[], digits: number): readonly string[] =>
  [['hold', 'spam'], ['spam']].map((out) =>
    percent(given.filter((one) => out.includes(one)).length / given.length, digits),
  );

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
  const model = modelOf(bench.set('sms_uci'), bench);
  return table(
    ['learned from English messages, judged', 'correlation at even odds'],
    ['sms_mt_fr', 'sms_mt_de', 'sms_mt_hi'].map((name) => [
      name,
      correlation(scored(model, bench.set(name))).toFixed(3),
    ]),
  );
};
