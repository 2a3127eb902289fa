import { allowedMethods, successorOf } from '../src/api/routes.ts';
import { readersApp } from '../src/app.ts';
import { Refusal } from '../src/comment/refusal.ts';
import { chain } from '../src/lambda/chain.ts';
import { answer } from '../src/lambda/middleware/answer.ts';
import { cors } from '../src/lambda/middleware/cors.ts';
import { formRefusals } from '../src/lambda/middleware/form-refusals.ts';
import { locateByPath } from '../src/lambda/middleware/locate-by-path.ts';

const app = readersApp();

export const handler = chain(cors(), answer(), formRefusals())
  .with(locateByPath(app))
  .handler(async ({ event: { rawPath } }) => {
    const allowed = allowedMethods(rawPath);
    if (allowed.length === 0) throw nothingAt(rawPath);
    throw new Refusal('method-not-allowed', `This address takes ${allowed.join(', ')}.`, { allow: allowed });
  });

const nothingAt = (path: string): Refusal => {
  const successor = successorOf(path);
  const detail =
    successor === undefined
      ? 'There is nothing at this address.'
      : `An article is named by a value, \`article\` in the query or the body, not in the path: ask ${successor}.`;
  return new Refusal('route-not-found', detail, { successor });
};
