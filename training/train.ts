// npm run train -- --data DIRECTORY: learns the spam filter's weights and writes them and their model card.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { logOdds } from '../src/screening/filter/model.ts';
import { WEIGHTS_FILE } from '../src/screening/filter/shipped.ts';
import { SHARES } from '../src/screening/filter/thresholds.ts';
import { readWeights, writeWeights } from '../src/screening/filter/weights-file.ts';
import { progress, readArguments } from './arguments.ts';
import { assemble, lessonOf } from './assemble.ts';
import { developmentComments } from './development.ts';
import { thresholdAt } from './figures.ts';
import { fitModel } from './fit-model.ts';
import { modelCard } from './model-card.ts';

const ROOT = join(import.meta.dirname, '..');
const WEIGHTS = join(ROOT, 'src/screening/filter', WEIGHTS_FILE);
const DOCS = join(ROOT, 'docs/screening');

const { directory, seed } = readArguments();
const tell = progress();

tell('gathering the sets and the project’s own texts');
const examples = assemble(directory, seed);
const { model, keptBack } = fitModel(examples, { seed, tell });
const developed = developmentComments(directory).map(({ isSpam, ...example }) => ({
  isSpam,
  score: logOdds(model, lessonOf({ isSpam, ...example }).vector),
}));
const known = developed.length > 0 ? developed : keptBack;
const thresholds = SHARES.map((percent) => thresholdAt(known, percent / 100));
const bytes = writeWeights({ ...model, thresholds });
const { hash } = readWeights(bytes);

writeFileSync(WEIGHTS, bytes);
mkdirSync(DOCS, { recursive: true });
const date = new Date().toISOString().slice(0, 10);
writeFileSync(
  join(DOCS, 'model-card.md'),
  modelCard({ examples, keptBack, hash, size: bytes.length, seed, date }),
);
tell(`${bytes.length} bytes of weights, ${hash}, are in src/screening/filter/${WEIGHTS_FILE}`);
