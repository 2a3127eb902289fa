import type { Reply } from '../gateway/reply.ts';
import type { Coding } from './codings.ts';
import { codingFor, encode } from './encode.ts';
import { isKnown, notModified } from './entity-tags.ts';
import type { Stored } from './stored.ts';

type Client = {
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** What the answer says beside what is stored. */
  readonly says: Readonly<Record<string, string>>;
  /** Told once for each compressed form that is kept from now on. */
  readonly onGrown: (bytes: number) => void;
};

/** A stored answer as a client takes it: in its coding, or as a 304 when it has it already. */
export const serve = async (stored: Stored, { headers, says, onGrown }: Client): Promise<Reply> => {
  const coding = codingFor(headers['accept-encoding'], stored.reply);
  const made = await (stored.codings.get(coding) ?? make(stored, coding, onGrown));
  const reply = { ...made, headers: { ...made.headers, ...says } };
  return isKnown(headers['if-none-match'], reply.headers.etag) ? notModified(reply) : reply;
};

const make = async (stored: Stored, coding: Coding, onGrown: Client['onGrown']): Promise<Reply> => {
  const making = encode(stored.reply, coding);
  stored.codings.set(coding, making);
  const made = await making;
  if (made.body !== stored.reply.body) onGrown(made.body.length);
  return made;
};
