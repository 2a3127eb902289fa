import { isDeepStrictEqual } from 'node:util';
import type * as z from 'zod';
import { type Contract, refusalsOf } from '../../src/api/contract.ts';
import { contracts } from '../../src/api/contracts.ts';
import type { Problem } from '../../src/api/problem.ts';

type Answer = {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};
type Results = { readonly results?: readonly { readonly problem?: Problem }[] };

const known: Readonly<Record<string, Contract>> = contracts;

/** What a contract says of answers. */
type Terms = {
  readonly contract: Contract;
  readonly statuses: readonly string[];
  readonly reply: z.ZodType | undefined;
};

/** By the function's name, each made once: schemas and documents are made by functions. */
const allTerms = new Map<string, Terms>();
const termsOf = (name: string): Terms | undefined => {
  if (!allTerms.has(name)) {
    const contract = Object.hasOwn(known, name) ? known[name] : undefined;
    if (contract) allTerms.set(name, readTerms(contract));
  }
  return allTerms.get(name);
};
const readTerms = (contract: Contract): Terms => ({
  contract,
  statuses: Object.keys(contract.document().responses),
  reply: contract.reply?.(),
});

/** Fails by name when a function answers what its contract does not have: a refusal, a status, a field. */
export const checkContract = (name: string, answer: Answer): void => {
  const terms = termsOf(name);
  if (!terms) return;
  const { statusCode, headers = {}, body = '' } = answer;
  const type = headers['content-type'] ?? '';
  const fail: Fail = (what) => {
    throw new Error(`${name} answered ${what}, which its contract does not name.`);
  };
  if (statusCode < 400 && !terms.statuses.includes(String(statusCode))) fail(`${statusCode}`);
  // HEAD and 304 have no body, and pages do not say their code.
  if (body === '' || !type.includes('json')) return;
  if (statusCode < 400) checkReply(terms, JSON.parse(body, withoutProto), fail);
  else checkProblem(terms.contract, JSON.parse(body), fail);
};

/** Zod leaves an own property `__proto__` out of what it parses, so an article of that name cannot be compared. */
const withoutProto = (name: string, value: unknown) => (name === '__proto__' ? undefined : value);

type Fail = (what: string) => void;

/** What may come up everywhere. */
const everywhere = ['storage-unavailable', 'internal-error'];

const checkProblem = (contract: Contract, { code }: Problem, fail: Fail) => {
  const ofModerators = contract.roles === undefined ? [] : ['invalid-token'];
  if (![...refusalsOf(contract), ...ofModerators, ...everywhere].includes(code)) fail(code);
};

const checkReply = ({ reply, contract: { itemRefusals = [] } }: Terms, json: unknown, fail: Fail) => {
  const parsed = reply?.safeParse(json);
  if (!parsed?.success) return fail(`${JSON.stringify(json).slice(0, 200)}: ${parsed?.error.message}`);
  // Parsing leaves out what the schema does not have.
  if (!isDeepStrictEqual(parsed.data, json)) fail(`fields of ${JSON.stringify(json).slice(0, 500)}`);
  const codes: readonly string[] = [...itemRefusals, ...everywhere];
  for (const { problem } of (json as Results).results ?? [])
    if (problem && !codes.includes(problem.code)) fail(`${problem.code} for an item`);
};
