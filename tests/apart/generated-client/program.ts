/** Where the generated types lie beside the program. */
export const TYPES = 'api.d.ts';
export const PROGRAM = 'post-addresses.ts';

/**
 * A program of somebody else's, as they would write it over the generated types. It is a text here, since it is compiled by another
 * TypeScript than ours, on types that are only there once a server was asked for them. It reads submissions from its input, sends
 * each through the client, and prints the status of each.
 */
export const program = `import createClient from 'openapi-fetch';
import type { components, paths } from './api.js';

type Submission = components['schemas']['Submission'];
const [baseUrl = ''] = process.argv.slice(2);
const client = createClient<paths>({ baseUrl });

const post = async (body: Submission, visitor: number): Promise<number> => {
  const { data, error, response } = await client.POST('/v1/sites/{site}/comments', {
    params: { path: { site: 'demo' } },
    headers: { 'x-forwarded-for': \`10.\${visitor >> 8}.\${visitor & 255}.1\` },
    body,
  });
  // A form's answer may be a page, which is a text.
  if (typeof data === 'object') {
    const status: 'published' | 'pending' = data.status;
    if (status !== 'published' && status !== 'pending') throw new Error('The types are wrong.');
  } else if (error === undefined) throw new Error('Neither data nor an error.');
  return response.status;
};

const read = async (): Promise<readonly Submission[]> => {
  let text = '';
  for await (const chunk of process.stdin) text += chunk;
  return JSON.parse(text);
};

const statuses: number[] = [];
for (const [visitor, body] of (await read()).entries()) statuses.push(await post(body, visitor));
console.log(JSON.stringify(statuses));
`;

export const compilerOptions = {
  target: 'es2022',
  module: 'nodenext',
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  lib: ['es2023', 'dom', 'dom.iterable'],
  types: ['node'],
};
