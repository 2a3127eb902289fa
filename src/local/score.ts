// npm run --silent score [-- --explain] ["text" ...]: one comment as JSON a line in, or each argument as a text; the filter's
// answer as JSON a line out, in the same order.
import { parseArgs } from 'node:util';
import { defaultPolicy } from '../comment/policy.ts';
import { explainReasons } from '../screening/filter/explain-reasons.ts';
import { judge } from '../screening/filter/judge.ts';
import { contributionsOf } from '../screening/filter/model/contributions.ts';
import { shippedModel } from '../screening/filter/model/shipped-model.ts';
import type { FilterInput } from '../screening/filter/reading/filter-input.ts';
import { read } from '../screening/filter/reading/reading.ts';
import { traceOf } from '../screening/filter/reasons.ts';
import { linesOf } from './lines.ts';

const USAGE =
  'Usage: npm run --silent score -- [--explain] ["text" ...]; without a text, comments are read from the input, ' +
  'one JSON object a line: {"text": "...", "author": "...", "url": "...", "email": "...", "title": "...", "lang": "fr"}';
/** Features shown of a comment; the rest are added up. */
const FEATURES_MAX = 100;

/** What cannot be started ends with a sentence. */
const orEnd = <T>(start: () => T, code: number): T => {
  try {
    return start();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(code);
  }
};

const { values, positionals } = orEnd(
  () => parseArgs({ options: { explain: { type: 'boolean', default: false } }, allowPositionals: true }),
  2,
);
const model = orEnd(shippedModel, 1);
const stranger = { proven: false, approved: 0 };

const answer = (input: FilterInput) => {
  const language = input.language === 'fr' ? 'fr' : 'en';
  const { odds, outcome, reasons } = judge(model, input, {
    ...{ policy: defaultPolicy.learnedFilter, language, author: stranger },
  });
  const said = { score: odds, outcome, because: explainReasons(reasons.map(traceOf), language) };
  return values.explain ? { ...said, ...features(input) } : said;
};

/** The whole text's features: `bias`, `features` and `others` add up to its log-odds. */
const features = (input: FilterInput) => {
  const all = contributionsOf(model, read(input));
  const others = all.slice(FEATURES_MAX).reduce((sum, { odds }) => sum + odds, 0);
  return { bias: model.bias, features: all.slice(0, FEATURES_MAX), others };
};

const stated = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const inputOf = (row: Readonly<Record<string, unknown>> | null): FilterInput => {
  if (typeof row?.text !== 'string') throw new Error('It must be an object with a text.');
  const { text, author, url, email, title, lang } = row;
  return {
    text,
    author: stated(author),
    url: stated(url),
    email: stated(email),
    title: stated(title),
    language: stated(lang)?.toLowerCase().slice(0, 2),
  };
};

const answerOrError = (line: string) => {
  try {
    return answer(inputOf(JSON.parse(line)));
  } catch (error) {
    return { error: error instanceof Error ? error.message : 'unknown' };
  }
};

// Whoever reads may have read enough: `| head`.
process.stdout.on('error', () => process.exit(0));
for (const text of positionals) console.log(JSON.stringify(answer({ text })));
if (positionals.length === 0) {
  if (process.stdin.isTTY) console.error(USAGE);
  // A file may begin with a byte order mark.
  for await (const line of linesOf(process.stdin.setEncoding('utf8')))
    console.log(JSON.stringify(answerOrError(line.replace(/^\uFEFF/, ''))));
}
