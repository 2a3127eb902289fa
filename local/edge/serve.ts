import type { Reply } from '../gateway/reply.ts';
import type { Coding } from './codings.ts';
import { codingFor, encode } from './encode.ts';
import { isKnown, notModified } from './entity-tags.ts';
import type { Stored } from './stored.ts';

type Client = {
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Headers to add to the stored ones. */
  readonly says: Readonly<Record<string, string>>;
  /** Called once with the size of each compressed body that is now stored. */
  readonly onGrown: (bytes: number) => void;
};

/** Serves a stored answer: in the client's coding, or as a 304 when the client has it. */
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
