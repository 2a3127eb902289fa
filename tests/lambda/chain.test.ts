import { expect, test } from '@jest/globals';
import { Refusal } from '../../src/comment/refusal.ts';
import { type Arrived, chain, knownSoFar, type Layer } from '../../src/lambda/chain.ts';
import { anHttpEvent } from '../journeys/call-gateway.ts';

const one: Layer<Arrived, { readonly one: number }> = async () => ({ one: 1 });
const two: Layer<{ readonly one: number }, { readonly two: number }> = ({ one }) => ({ two: one + 1 });
const refuse: Layer<Arrived, object> = () => {
  throw new Refusal('site-not-found', 'There is no such site.');
};
const event = anHttpEvent({});
const context = {} as never;

test('each layer knows what those before it found out, and the function knows all of it', async () => {
  const handler = chain()
    .with(one)
    .with(two)
    .handler(async ({ event: asked, one, two }) => ({ statusCode: one + two, body: asked.rawPath }));
  expect(await handler(event as never, context)).toEqual({ statusCode: 3, body: '/' });
  // Two requests under way know nothing of each other.
  const many = await Promise.all([1, 2, 3].map(() => handler(anHttpEvent({}) as never, context)));
  expect(many).toEqual([1, 2, 3].map(() => ({ statusCode: 3, body: '/' })));
});

test('what is around sees what was known when a layer refused', async () => {
  const seen: unknown[] = [];
  const around = {
    onError: (request: Parameters<typeof knownSoFar>[0] & { response?: unknown }) => {
      seen.push(Object.keys(knownSoFar(request)));
      request.response = { statusCode: 404 };
    },
  };
  const answered = chain(around as never)
    .with(one)
    .with(refuse)
    .with(two)
    .handler(async () => ({ statusCode: 200 }));
  expect(await answered(event as never, context)).toEqual({ statusCode: 404 });
  expect(seen).toEqual([['event', 'one']]);
});

test('what two chains have in common is changed by neither', async () => {
  const base = chain().with(one);
  const seen = async (known: object) => ({ statusCode: 200, body: Object.keys(known).join() });
  const [longer, shorter] = [base.with(two).handler(seen), base.handler(seen)];
  expect(await longer(event as never, context)).toMatchObject({ body: 'event,one,two' });
  expect(await shorter(event as never, context)).toMatchObject({ body: 'event,one' });
});
