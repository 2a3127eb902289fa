import { defaultPolicy } from '../../src/comment/policy.ts';
import type { Model } from '../../src/screening/filter/model.ts';
import { correlation, shareOver } from '../figures.ts';
import { percent, table } from '../markdown.ts';
import { afieldModelOf, type Bench, modelOf, type Sample, scored } from './bench.ts';

const FOLDS = 5;
const { holdFrom, spamFrom } = defaultPolicy.filter;

/** French spam of genres that were not learned from: fifths of the templates' genres left out in turn. */
export const frenchSpam = (bench: Bench): string => {
  const all = bench.training();
  const own = all.filter(({ set, language }) => language === 'fr' && /^(?:texts|fr_synth)/.test(set));
  const part = ({ group, set, input }: Sample) => foldOf(group === set ? input.text : group);
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
  const of = (isSpam: boolean) => judged.filter((one) => one.isSpam === isSpam);
  return table(
    ['French texts left out', 'comments', 'held or worse', 'called spam'],
    [true, false].map((isSpam) => [
      isSpam ? 'spam' : 'not spam',
      ...[
        of(isSpam).length,
        percent(shareOver(of(isSpam), holdFrom)),
        percent(shareOver(of(isSpam), spamFrom)),
      ],
    ]),
  );
};

/** Made out of others, so that it would carry what was left out. */
const isDerived = ({ set }: Sample): boolean => set === 'keywords' || set === 'honest';

const foldOf = (group: string): number => {
  let hash = 7;
  for (let at = 0; at < group.length; at += 1) hash = (Math.imul(hash, 31) + group.charCodeAt(at)) >>> 0;
  return hash % FOLDS;
};

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
      .map(([language, samples]) => heldRow(bench.shipped, `${name}, ${language}`, samples));
  });
  return table(['honest or rude, never spam', 'comments', 'held or worse', 'called spam'], rows);
};

const heldRow = (model: Model, name: string, samples: readonly Sample[]) => {
  const judged = scored(model, samples);
  return [
    name,
    samples.length,
    percent(shareOver(judged, holdFrom), 2),
    percent(shareOver(judged, spamFrom), 2),
  ];
};

/** Spam in languages that shipped weights hardly know. */
export const otherLanguages = (bench: Bench): string =>
  table(
    ['set', 'spam', 'held or worse', 'not spam', 'held or worse'],
    ['id_gambling_yt', 'zh_comment_antispam'].map((name) => {
      const judged = scored(bench.shipped, bench.set(name));
      const cells = [true, false].flatMap((isSpam) => {
        const own = judged.filter((one) => one.isSpam === isSpam);
        return [own.length, percent(shareOver(own, holdFrom))];
      });
      return [name, ...cells];
    }),
  );

/** Text messages in English teach, their translations are judged. */
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
