import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Refusal } from '../../src/comment/refusal.ts';
import { FORM, type HttpEvent } from '../../src/lambda/http.ts';
import { BODY_MAX, readBody, type WithBody } from '../../src/lambda/middleware/read-body.ts';
import { cpuMsOf } from '../cpu-time.ts';
import { anHttpEvent } from '../journeys/with-house.ts';

const read = (event: object, options = {}) =>
  (readBody({ forms: true, ...options })({ event: event as HttpEvent }) as WithBody).input;
const refusalOf = (event: object, options = {}) => {
  try {
    return read(event, options);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};
const plain = (body: string, type = 'application/json') =>
  anHttpEvent({ body, headers: { 'content-type': type } });
const coded = (bytes: Uint8Array, type = 'application/json') =>
  anHttpEvent({ bytes, headers: { 'content-type': type } });
const name = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .filter((text) => !['__proto__', 'constructor', 'prototype'].includes(text));

test('reads a form as browsers write it, whatever stands in it', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(name, fc.string({ unit: 'grapheme' })), {
        selector: ([key]) => key,
        maxLength: 20,
      }),
      (pairs) => {
        const body = String(new URLSearchParams(pairs));
        const expected = { kind: 'form', fields: new Map(pairs) };
        expect(read(plain(body, FORM))).toEqual(expected);
        expect(read(coded(Buffer.from(body), FORM))).toEqual(expected);
      },
    ),
  );
});

test('reads JSON the same from text and from base64', () => {
  fc.assert(
    fc.property(fc.dictionary(name, fc.string({ unit: 'grapheme' }), { noNullPrototype: true }), (value) => {
      const body = JSON.stringify(value);
      expect(read(plain(body))).toEqual({ kind: 'json', value });
      expect(read(coded(Buffer.from(body)))).toEqual({ kind: 'json', value });
    }),
  );
});

test('takes bytes for text if and only if they are UTF-8', () => {
  const isUtf8 = (bytes: Uint8Array) =>
    Buffer.from(bytes).equals(Buffer.from(Buffer.from(bytes).toString('utf8')));
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 12 }), (bytes) => {
      const inText = Buffer.concat([Buffer.from('a='), bytes.filter((byte) => ![37, 38, 43].includes(byte))]);
      const answer = refusalOf(coded(inText, FORM));
      expect(answer === 'invalid-body').toBe(!isUtf8(inText));
    }),
    { numRuns: 1_000 },
  );
});

test('takes a body of exactly the limit, in bytes, and forms only where they are asked for', () => {
  const body = (bytes: number) => `"${'é'.repeat((bytes - 2) / 2)}"`;
  expect(refusalOf(plain(body(BODY_MAX)))).toHaveProperty('kind', 'json');
  expect(refusalOf(plain(`${body(BODY_MAX)} `))).toBe('body-too-large');
  expect(refusalOf(coded(Buffer.from(body(BODY_MAX))))).toHaveProperty('kind', 'json');
  expect(refusalOf(coded(Buffer.from(`${body(BODY_MAX)} `)))).toBe('body-too-large');
  expect(refusalOf(plain(body(100)), { bytesMax: 99 })).toBe('body-too-large');
  expect(refusalOf(plain('a=b', FORM), { forms: false })).toBe('unsupported-media-type');
});

test('a request without a body has an empty one', () => {
  const { body: _, ...without } = plain('x');
  expect(refusalOf(without)).toBe('invalid-body');
  const { body: __, ...form } = plain('x', FORM);
  expect(refusalOf(form)).toEqual({ kind: 'form', fields: new Map() });
});

test('goes through nothing but equals signs as base64 once', () => {
  const event = { ...plain(`${'='.repeat(300_000)}A`), isBase64Encoded: true };
  const refused = () => expect(refusalOf(event, { bytesMax: 300_000 })).toBe('invalid-body');
  expect(cpuMsOf(refused)).toBeLessThan(1_000);
});
