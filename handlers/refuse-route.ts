import { allowedMethods } from '../src/api/routes.ts';
import { Refusal } from '../src/comment/refusal.ts';
import { bareEndpoint } from '../src/lambda/bare-endpoint.ts';

export const handler = bareEndpoint().handler(async ({ rawPath }) => {
  const allowed = allowedMethods(rawPath);
  if (allowed.length === 0) throw new Refusal('route-not-found', 'There is nothing at this address.');
  throw new Refusal('method-not-allowed', `This address takes ${allowed.join(', ')}.`, { allow: allowed });
});
