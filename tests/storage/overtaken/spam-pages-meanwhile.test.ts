import { TransactWriteItemsCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from '@jest/globals';
import { anId, NOW, withStore } from '../with-store.ts';
import { overtakenIn } from './overtaken-in.ts';

const fixture = withStore();
const ref = (n: number) => ({ site: 'campagne', article: `a${n}`, id: anId(n), since: NOW });
const OWNER = 'campagne.example';

test('of a campaign that is undone at once, on several articles, nothing stays', async () => {
  const { keepSpamPage: keep, dropSpamPage: drop, fetchSpamPages } = fixture.store;
  for (let n = 1; n <= 6; n += 1) await keep(ref(n), OWNER);
  // The newest three are held against submissions: the next one in line is dropped while it takes the place of the first.
  const takesPlace = (command: unknown) =>
    command instanceof TransactWriteItemsCommand ||
    (command instanceof UpdateItemCommand && command.input.UpdateExpression?.startsWith('SET') === true);
  const store = overtakenIn(fixture, takesPlace, () => drop(ref(3), OWNER));
  await store.dropSpamPage(ref(6), OWNER);
  expect(Object.fromEntries(await fetchSpamPages('campagne'))).toEqual({ [OWNER]: 3 });
  for (const n of [5, 4, 2, 1]) await drop(ref(n), OWNER);
  expect(Object.fromEntries(await fetchSpamPages('campagne'))).toEqual({});
});
