// npm run --silent score: one comment as JSON a line in, the filter's answer as JSON a line out, in the same order.
import { createInterface } from 'node:readline';
import { explain, traceOf } from '../screening/filter/explain.ts';
import type { FilterInput } from '../screening/filter/input.ts';
import { judge } from '../screening/filter/judge.ts';
import { shippedModel } from '../screening/filter/shipped.ts';

const model = shippedModel();
const unknown = { proven: false, approved: 0 };

const answer = (line: string) => {
  const input = inputOf(JSON.parse(line));
  const language = input.language === 'fr' ? 'fr' : 'en';
  const { odds, outcome, reasons } = judge(model, input, language, unknown);
  return { score: odds, outcome, because: explain(reasons.map(traceOf), language) };
};

const stated = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const inputOf = (row: Readonly<Record<string, unknown>>): FilterInput => ({
  text: stated(row.text) ?? '',
  author: stated(row.author),
  url: stated(row.url),
  email: stated(row.email),
  title: stated(row.title),
  language: stated(row.lang),
});

const answerOrError = (line: string) => {
  try {
    return answer(line);
  } catch (error) {
    return { error: error instanceof Error ? error.message : 'unknown' };
  }
};

for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }))
  if (line.trim() !== '') console.log(JSON.stringify(answerOrError(line)));
