// npm run --silent score: one comment as JSON a line in, the filter's answer as JSON a line out, in the same order.
import { createInterface } from 'node:readline';
import { defaultPolicy } from '../comment/policy.ts';
import { explain } from '../screening/filter/explain.ts';
import type { FilterInput } from '../screening/filter/input.ts';
import { judge } from '../screening/filter/judge.ts';
import { traceOf } from '../screening/filter/reasons.ts';
import { shippedModel } from '../screening/filter/shipped.ts';

const modelOrNone = () => {
  try {
    return shippedModel();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
};

const model = modelOrNone();
const stranger = { proven: false, approved: 0 };

const answer = (line: string) => {
  const input = inputOf(JSON.parse(line));
  const article = input.language === 'fr' ? 'fr' : 'en';
  const { odds, outcome, reasons } = judge(model, input, {
    ...{ policy: defaultPolicy.learnedFilter, article, author: stranger },
  });
  return { score: odds, outcome, because: explain(reasons.map(traceOf), article) };
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
    return answer(line);
  } catch (error) {
    return { error: error instanceof Error ? error.message : 'unknown' };
  }
};

// Whoever reads may have read enough: `| head`.
process.stdout.on('error', () => process.exit(0));
// A file may begin with a byte order mark.
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }))
  console.log(JSON.stringify(answerOrError(line.replace(/^\uFEFF/, ''))));
