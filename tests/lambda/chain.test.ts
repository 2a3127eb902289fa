import { expect, test } from '@jest/globals';
import { Refusal } from '../../src/comment/refusal.ts';
import { type Arrived, chain, knownSoFar, type Layer } from '../../src/lambda/chain.ts';
import { gatherEvidence, type Witnesses } from '../../src/lambda/middleware/gather-evidence.ts';
import { identify, type Means } from '../../src/lambda/middleware/identify.ts';
import { locate, type ReadSite } from '../../src/lambda/middleware/locate.ts';
import { readBody } from '../../src/lambda/middleware/read-body.ts';
import { validateSubmission } from '../../src/lambda/middleware/validate-submission.ts';
import { anHttpEvent } from '../journeys/with-house.ts';

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

/** Never run: each mark would be an error of this file's own, found by the compiler, if what follows it compiled. */
const mistakes = (app: { readonly store: ReadSite } & Means & Witnesses) => {
  const begun = chain().with(locate(app));
  const read = begun.with(readBody({ forms: true }));
  const valid = read.with(validateSubmission());
  // @ts-expect-error a layer is missing: the body that is to be checked has not been read
  begun.with(validateSubmission());
  // @ts-expect-error two layers in the wrong order: nobody is identified by what was not checked yet
  read.with(identify(app));
  // @ts-expect-error a layer is missing: there is nothing to look for before somebody is identified
  valid.with(gatherEvidence(app));
  // @ts-expect-error a layer twice: the site is known already, and nothing that is known is replaced
  begun.with(locate(app));
};

test('a layer that is missing, out of order or there twice does not compile', () => {
  expect(mistakes).toHaveLength(1);
});
