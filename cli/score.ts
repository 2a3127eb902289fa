import { defaultPolicy } from '../src/comment/policy.ts';
import { explainReasons } from '../src/screening/filter/explain-reasons.ts';
import { judge } from '../src/screening/filter/judge.ts';
import { contributionsOf } from '../src/screening/filter/model/contributions.ts';
import type { Model } from '../src/screening/filter/model/model.ts';
import { shippedModel } from '../src/screening/filter/model/shipped-model.ts';
import type { FilterInput } from '../src/screening/filter/reading/filter-input.ts';
import { read } from '../src/screening/filter/reading/reading.ts';
import { traceOf } from '../src/screening/filter/reasons.ts';
import { runCommand } from '../tools/command.ts';
import { linesOf } from './lines.ts';

const HELP = `npm run --silent score -- [--explain] ["text" ...]

Asks the learned filter. It prints one JSON object a line, in the order it was asked: log-odds, outcome and reasons.
Without a text, comments are read from the input, one JSON object a line:
  {"text": "...", "author": "...", "url": "...", "email": "...", "title": "...", "lang": "fr"}

  --explain  adds each feature's weight and what it adds; bias, features and others add up to the log-odds
             of the whole text
  --help     this`;
/** Features shown of a comment; the rest are added up. */
const FEATURES_MAX = 100;

const stranger = { proven: false, approved: 0 };

const answerWith = (model: Model, isExplained: boolean) => (input: FilterInput) => {
  const language = input.language === 'fr' ? 'fr' : 'en';
  const { odds, outcome, reasons } = judge(model, input, {
    ...{ policy: defaultPolicy.learnedFilter, language, author: stranger },
  });
  const said = { score: odds, outcome, because: explainReasons(reasons.map(traceOf), language) };
  return isExplained ? { ...said, ...features(model, input) } : said;
};

/** The whole text's features: `bias`, `features` and `others` add up to its log-odds. */
const features = (model: Model, input: FilterInput) => {
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

const answerOrError = (answer: ReturnType<typeof answerWith>, line: string) => {
  try {
    return answer(inputOf(JSON.parse(line)));
  } catch (error) {
    return { error: error instanceof Error ? error.message : 'unknown' };
  }
};

/** One line, also for readers that end lines at U+2028 and U+2029. */
const print = (answer: object): void =>
  console.log(
    JSON.stringify(answer).replace(/[\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16)}`),
  );

await runCommand({
  help: HELP,
  options: { explain: { type: 'boolean', default: false } },
  positionalsMax: Number.POSITIVE_INFINITY,
  run: async ({ explain: isExplained }, texts) => {
    const answer = answerWith(shippedModel(), isExplained);
    for (const text of texts) print(answer({ text }));
    if (texts.length > 0) return;
    if (process.stdin.isTTY) console.error(HELP);
    // A file may begin with a byte order mark.
    for await (const line of linesOf(process.stdin.setEncoding('utf8')))
      print(answerOrError(answer, line.replace(/^\uFEFF/, '')));
  },
});
