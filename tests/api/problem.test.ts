import { expect, test } from '@jest/globals';
import { problemOf, problems } from '../../src/api/problem.ts';
import { type FieldReason, Refusal, refusalCodes } from '../../src/comment/refusal.ts';

test.each(refusalCodes)('%s has a client’s status and a title of its own', (code) => {
  const { status, title } = problems[code];
  expect(status === 503 || (status >= 400 && status < 500)).toBe(true);
  expect(Object.values(problems).filter((other) => other.title === title)).toHaveLength(1);
});

test('a refusal says what, where and under which request', () => {
  const fields = [{ field: 'url', detail: 'It must be a web address.' }];
  expect(problemOf(new Refusal('invalid-fields', 'Some fields are wrong.', { fields }), 'r1')).toEqual({
    type: '/problems/invalid-fields',
    title: 'Some fields are wrong',
    status: 422,
    detail: 'Some fields are wrong.',
    code: 'invalid-fields',
    fields,
    requestId: 'r1',
  });
});

test('a text of a wrong length is told its limit in figures as well', () => {
  const of = (reason: FieldReason) => {
    const fields = [{ field: 'text', detail: 'No.', reason }];
    return problemOf(new Refusal('invalid-fields', 'Some fields are wrong.', { fields })).fields;
  };
  expect(of({ kind: 'too-long', limit: 500 })).toEqual([{ field: 'text', detail: 'No.', max: 500 }]);
  expect(of({ kind: 'too-short', limit: 20 })).toEqual([{ field: 'text', detail: 'No.', min: 20 }]);
  expect(of({ kind: 'marks' })).toEqual([{ field: 'text', detail: 'No.' }]);
});

test.each([new Error('secret'), 'secret', undefined, { code: 'invalid-fields', secret: 1 }])(
  'anything unexpected says nothing but its request',
  (error) => {
    const problem = problemOf(error, 'r1');
    expect(problem).toMatchObject({ status: 500, code: 'internal-error', requestId: 'r1' });
    expect(JSON.stringify(problem)).not.toContain('secret');
  },
);
