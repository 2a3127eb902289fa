// npm run --silent score: one comment as JSON a line in, the filter's answer as JSON a line out, in the same order.
import { createInterface } from 'node:readline';
import { defaultPolicy } from '../comment/policy.ts';
import { explain } from '../screening/filter/explain.ts';
import type { FilterInput } from '../screening/filter/input.ts';
import { bandOf, outcomeOf } from '../screening/filter/judge.ts';
import { logOdds } from '../screening/filter/model.ts';
import { read } from '../screening/filter/reading.ts';
import { reasonsOf, traceOf } from '../screening/filter/reasons.ts';
import { shippedModel } from '../screening/filter/shipped.ts';
import { vectorOf } from '../screening/filter/vector.ts';

const model = shippedModel();
const unknown = { proven: false, approved: 0 };

const answer = (line: string) => {
  const input = inputOf(JSON.parse(line));
  const language = input.language === 'fr' ? 'fr' : 'en';
  const reading = read(input);
  const score = logOdds(model, vectorOf(reading));
  const outcome = outcomeOf(score, bandOf(model, defaultPolicy.learnedFilter, reading, language), unknown);
  const reasons = outcome === 'approve' ? [] : reasonsOf(model, reading);
  return { score, outcome, because: explain(reasons.map(traceOf), language) };
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
