import { type Fixture, openStore } from '../with-store.ts';

/** The same table by a client whose commands of one kind wait for what the test does first, once, while others go on. */
export const overtakenIn = (
  { client, tableName }: Fixture,
  isHeld: (command: unknown) => boolean,
  first: () => Promise<unknown>,
) => {
  let done: Promise<unknown> | undefined;
  const send = async (command: never) => {
    if (isHeld(command)) {
      done ??= first();
      await done;
    }
    return client.send(command);
  };
  return openStore({ send } as Fixture['client'], tableName).store;
};
