import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { type Ask, anHttpEvent, type Item, invoke, moderator, withHouse } from '../journeys/with-house.ts';
import { allowed, type Guard, type Permissions, startGuard } from './guard.ts';

type Written = { readonly permissions: Permissions & { readonly secret?: true } };
const functions: Record<string, Written> = parse(readFileSync('serverless.yml', 'utf8')).functions;
const permissionsOf = (name: string): Permissions => {
  const { secret, ...permissions } = functions[name]?.permissions ?? {};
  return permissions as Permissions;
};

let guard: Guard;
const house = withHouse({
  between: async (engine) => {
    guard = await startGuard(engine, permissionsOf);
    return engine;
  },
});
afterAll(() => guard.stop());

/** A function reads where its database is when it is loaded, which is at its first call. */
const call = (name: string, event: unknown) => {
  process.env.DYNAMODB_ENDPOINT = guard.endpointOf(name);
  return invoke(name, event);
};
const statuses: Record<string, number> = {};
const ask = async (name: string, asked: Ask = {}) => {
  const params = { site: 'demo', article: 'gare', ...asked.params };
  const { statusCode, body } = await call(name, anHttpEvent({ claims: moderator, ...asked, params }));
  statuses[name] = statusCode;
  return /^[{[]/.test(body ?? '') ? JSON.parse(body) : body;
};

const draft = { author: 'Camille', text: 'Merci pour cet article, je prends ce train tous les matins.' };
const work = (job: string) => call(job, { job, dryRun: false });

const change = ({ pk, sk }: Item, images: object, sequence: string) => ({
  eventName: 'MODIFY',
  dynamodb: {
    Keys: { pk, sk },
    ...images,
    SequenceNumber: sequence,
    ApproximateCreationDateTime: 1_773_043_200,
  },
});

test('every function manages with what its role allows, and its role allows nothing that none of this needs', async () => {
  await ask('open-form');
  const { id, receipt, visitor } = await ask('submit-comment', { method: 'POST', body: draft });
  const [before] = (await house.dump()).filter(({ sk }) => sk?.S?.includes(id));
  await ask('list-queues');
  await ask('list-queue', { params: { queue: 'pending' } });
  const decisions = [{ article: 'gare', comment: id, decision: 'approve' }];
  const { undo } = await ask('decide-comments', { method: 'POST', body: { decisions } });
  const [after] = (await house.dump()).filter(({ sk }) => sk?.S?.includes(id));
  await call('follow-changes', {
    Records: [
      change(before ?? {}, { NewImage: before }, '100'),
      change(after ?? {}, { OldImage: before, NewImage: after }, '101'),
    ],
  });
  const reply = { ...draft, text: 'Et moi tous les soirs, sur la même ligne.', parent: id, visitor };
  await ask('submit-comment', { method: 'POST', body: reply, ip: '192.0.2.9' });
  await ask('list-comments');
  await ask('render-comments');
  await ask('count-comments', { query: 'article=gare' });
  await ask('show-receipt', { params: { receipt } });
  await ask('undo-decisions', { method: 'POST', body: { undo } });
  await ask('list-article-comments');
  await ask('read-article');
  await ask('change-article', { method: 'PUT', body: { mode: 'premoderated', version: 0 } });
  const { policy, version } = await ask('read-policy');
  await ask('change-policy', { method: 'PUT', body: { policy, version } });
  await ask('check-health');
  await ask('describe-api');
  await ask('answer-preflight', { method: 'OPTIONS', headers: { origin: 'https://www.example.fr' } });
  await ask('refuse-route');
  for (const job of ['purge-expired', 'forget-networks', 'reconcile-counts']) await work(job);

  process._rawDebug(JSON.stringify(statuses));
  const idle = (name: string) =>
    [...allowed(permissionsOf(name))].filter((grant) => !guard.used.get(name)?.has(grant));
  const refused = (name: string) =>
    [...(guard.used.get(name) ?? [])].filter((one) => !allowed(permissionsOf(name)).has(one));
  for (const name of Object.keys(functions)) process._rawDebug(name, 'idle', idle(name), 'refused', refused(name));
});
