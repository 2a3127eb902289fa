import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { isUnfamiliar, languageOf } from '../../src/screening/filter/reading/detect-language.ts';
import { type Reading, read } from '../../src/screening/filter/reading/reading.ts';
import { percent, table } from '../../tools/report/markdown.ts';
import type { Bench } from '../evaluation/bench.ts';
import { Missing } from './baseline.ts';
import { install, load, nameOf } from './install.ts';

const SETS = [
  ...['sms_uci', 'sms_mt_fr', 'sms_mt_de', 'wxr_blogs_open', 'cyberado_fr', 'mlma_fr_toxic'],
  ...['ucc_globeandmail_val', 'germeval2021_fb_news'],
];
const TEXTS_MIN = 50;
/** The smallest of eld's databases. */
const ELD = 'eld/extrasmall';

type Eld = {
  newInstance: () => Eld;
  setLanguageSubset: (languages: readonly string[]) => unknown;
  detect: (text: string) => { readonly language: string };
};
type Texts = { readonly name: string; readonly language: string; readonly readings: readonly Reading[] };
type Tell = (reading: Reading) => string;

/** Compares the filter's language detection with eld's, taking the sets' labels as the truth. */
export const language = async (bench: Bench): Promise<string> => {
  try {
    install(bench.tell);
  } catch (error) {
    if (error instanceof Missing) return `eld was not run: ${error.message}.`;
    throw error;
  }
  bench.tell('baseline: eld');
  const eld = await load<Eld>(ELD);
  const both = eld.newInstance();
  both.setLanguageSubset(['en', 'fr']);
  const ofAll: Tell = ({ plain }) => eld.detect(plain).language;
  const ofBoth: Tell = ({ plain }) => both.detect(plain).language;

  const texts = textsOf(bench);
  const own = texts.filter((one) => isKnown(one.language));
  const others = texts.filter((one) => !isKnown(one.language));
  return `${ownLanguages(own, ofAll, ofBoth)}

${otherLanguages(others, ofAll)}

${costs(texts, ofAll)}`;
};

const isKnown = (told: string): told is 'en' | 'fr' => told === 'en' || told === 'fr';

const textsOf = (bench: Bench): readonly Texts[] =>
  SETS.flatMap((name) =>
    [...Map.groupBy(bench.set(name), (sample) => sample.language)]
      .filter(([, samples]) => samples.length >= TEXTS_MIN)
      .map(([of, samples]) => ({ name, language: of, readings: samples.map(({ input }) => read(input)) })),
  );

const share = (readings: readonly Reading[], holds: (reading: Reading) => boolean): string =>
  percent(readings.filter(holds).length / readings.length);

/** The harder half of the question: the article is in the other language, which short texts are assumed to be in. */
const ownLanguages = (texts: readonly Texts[], ofAll: Tell, ofBoth: Tell): string =>
  table(
    [
      'French or English',
      'texts',
      'told right',
      'eld, of these two',
      'eld, of all its 60',
      'called unfamiliar',
    ],
    texts.map(({ name, language: of, readings }) => [
      ...[`${name}, ${of}`, readings.length],
      share(readings, (reading) => languageOf(reading, of === 'fr' ? 'en' : 'fr') === of),
      ...[ofBoth, ofAll].map((tell) => share(readings, (reading) => tell(reading) === of)),
      share(readings, isUnfamiliar),
    ]),
  );

const otherLanguages = (texts: readonly Texts[], ofAll: Tell): string =>
  table(
    ['neither', 'texts', 'called unfamiliar', 'eld: neither', 'eld: that language'],
    texts.map(({ name, language: of, readings }) => [
      ...[`${name}, ${of}`, readings.length, share(readings, isUnfamiliar)],
      share(readings, (reading) => !isKnown(ofAll(reading))),
      share(readings, (reading) => ofAll(reading) === of),
    ]),
  );

const costs = (texts: readonly Texts[], ofAll: Tell): string => {
  const readings = texts.flatMap((one) => one.readings);
  const time = (task: (reading: Reading) => unknown) => {
    for (const reading of readings) task(reading);
    const start = performance.now();
    for (const reading of readings) task(reading);
    return `${((1000 * (performance.now() - start)) / readings.length).toFixed(1)} µs`;
  };
  const kilobytes = (path: string) => `${(bundled(path) / 1000).toFixed(1)} kB`;
  const own = join(import.meta.dirname, '../../src/screening/filter/reading/detect-language.ts');
  return table(
    ['', 'bundled and minified', 'a text, mean'],
    [
      ['own, of words the filter reads anyway', kilobytes(own), time(bothOwn)],
      [`${nameOf('eld')}, extra small`, kilobytes(ELD), time(ofAll)],
    ],
  );
};

const bothOwn = (reading: Reading) => [languageOf(reading, 'fr'), isUnfamiliar(reading)];

const bundled = (path: string): number => {
  const { outputFiles } = buildSync({
    stdin: { contents: `export * from ${JSON.stringify(path)}`, resolveDir: import.meta.dirname },
    ...{ bundle: true, minify: true, write: false, format: 'esm' },
  });
  return outputFiles[0]?.contents.length ?? 0;
};
