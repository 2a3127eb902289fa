import { list, ofReceipt, submit } from '../requests.ts';

export type Sent = { readonly id: string; readonly receipt: string; readonly visitor: string };
export type Sender = {
  readonly visitor?: string;
  readonly text?: string;
  readonly parent?: string;
  readonly ip?: string;
};

/** Somebody comments on an article. */
export const say = async (article: string, { ip = '192.0.2.7', ...sent }: Sender = {}): Promise<Sent> =>
  (await submit(article, { author: 'Odile', text: 'La halle est magnifique.', ...sent }, { ip })).json();

/** The receipt as its holder reads it. */
export const read = async (receipt: string) =>
  (await ofReceipt('show-receipt', receipt, { method: 'GET' })).json();

/** An edit of the text that its holder has read. */
export const edit = async (receipt: string, text: string) => {
  const { version } = await read(receipt);
  return ofReceipt('revise-comment', receipt, { method: 'PATCH', body: { text, version } });
};

export const withdraw = (receipt: string) => ofReceipt('withdraw-comment', receipt, { method: 'DELETE' });
export const appeal = (receipt: string, text?: string) =>
  ofReceipt('appeal-decision', receipt, { body: text === undefined ? {} : { text } });
export const erase = (receipt: string, visitor?: string) =>
  ofReceipt('erase-comments', receipt, { body: visitor === undefined ? {} : { visitor } });

/** Where the receipt's page sends what it has forms for. */
const acts: Readonly<Record<string, string>> = {
  'revise-comment': 'edit',
  'appeal-decision': 'appeal',
  'withdraw-comment': 'withdraw',
  'erase-comments': 'erase',
  'export-comments': 'export',
};

/** What a browser without scripts sends from the receipt's page: fields, or a body as it is. */
export const post = (
  name: string,
  receipt: string,
  fields: Readonly<Record<string, string>> | string = {},
  headers: Readonly<Record<string, string>> = {},
  cookies: string[] = [],
) =>
  ofReceipt(name, receipt, {
    route: `/r/{receipt}/${acts[name]}`,
    body: String(new URLSearchParams(fields)),
    ...(typeof fields === 'string' ? { body: fields } : {}),
    cookies,
    headers: {
      ...{ accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', origin: 'null' },
      ...headers,
    },
  });

/** The texts that readers of an article see. */
export const shown = async (article: string): Promise<readonly string[]> =>
  (await list(article)).json().comments.map(({ text }: { text: string }) => text);
