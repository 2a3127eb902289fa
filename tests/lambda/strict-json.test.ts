import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Refusal } from '../../src/comment/refusal.ts';
import { parseJson } from '../../src/lambda/strict-json.ts';
import { grapheme } from '../characters.ts';
import { cpuMsOf } from '../cpu-time.ts';

const FORBIDDEN = ['__proto__', 'constructor', 'prototype'];
/** What a text says, or that it is refused. */
const outcome = (read: () => unknown) => {
  try {
    return { value: read() };
  } catch (error) {
    if (error instanceof Refusal) expect(error.code).toBe('invalid-body');
    return { refused: true };
  }
};
const names = fc.string({ unit: grapheme }).filter((name) => !FORBIDDEN.includes(name));
const value = fc.letrec((tie) => ({
  any: fc.oneof({ depthSize: 'small', withCrossShrink: true }, tie('leaf'), tie('list'), tie('object')),
  leaf: fc.oneof(
    fc.string({ unit: grapheme }),
    fc.string({ unit: fc.constantFrom('"', '\\', '{', '}', '[', ']', ':', ',', 'u', '0', '\n', '\u2028') }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  ),
  list: fc.array(tie('any'), { maxLength: 5 }),
  object: fc.dictionary(names, tie('any'), { maxKeys: 5, noNullPrototype: true }),
})).any;

test('reads what JSON.parse reads, whatever it is and however it is spaced', () => {
  fc.assert(
    fc.property(value, fc.constantFrom(undefined, 1, '\t', ' \r\n'), (any, indent) => {
      const text = JSON.stringify(any, null, indent);
      expect(parseJson(text)).toEqual(JSON.parse(text));
    }),
    { numRuns: 1_000 },
  );
});

test('refuses what JSON.parse refuses: texts cut, grown or changed anywhere', () => {
  const marks = fc.constantFrom('', '"', '\\', '{', '}', '[', ']', ':', ',', '\n', '\\"', '":', '\u0000');
  fc.assert(
    fc.property(value, fc.nat(), fc.nat({ max: 3 }), marks, (any, at, cut, mark) => {
      const whole = JSON.stringify(any);
      const from = at % (whole.length + 1);
      const text = whole.slice(0, from) + mark + whole.slice(from + cut);
      const [ours, theirs] = [outcome(() => parseJson(text)), outcome(() => JSON.parse(text))];
      // A change may make a name stand twice; nothing else may part us from the parser.
      if ('refused' in theirs) expect(ours).toEqual(theirs);
      else if ('value' in ours) expect(ours).toEqual(theirs);
      else expect(text).toMatch(/:/);
    }),
    { numRuns: 2_000 },
  );
});

test('takes no text for JSON that is none', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'{}[]:,"\\ntrue10 -e.') }), (text) => {
      const theirs = outcome(() => JSON.parse(text));
      if ('refused' in theirs) expect(outcome(() => parseJson(text))).toEqual(theirs);
    }),
    { numRuns: 2_000 },
  );
});

/** Any way to write a text in JSON: each unit as itself or escaped. */
const spelled = (name: string, isEscaped: (at: number) => boolean) =>
  `"${[...name]
    .map((unit, at) =>
      isEscaped(at)
        ? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
        : JSON.stringify(unit).slice(1, -1),
    )
    .join('')}"`;
const anywhere = fc.array(fc.constantFrom('{"a":', '[', '[1,{"b":2},', '{"c":[],"d":'), { maxLength: 12 });
const within = (opened: readonly string[], inner: string) =>
  opened.join('') +
  inner +
  opened
    .map((open) => (open.startsWith('{') ? '}' : ']'))
    .reverse()
    .join('');

test('refuses a name that stands twice in one object, however it is written and wherever it stands', () => {
  const name = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => !FORBIDDEN.includes(text));
  fc.assert(
    fc.property(
      anywhere,
      name,
      fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }),
      value,
      (opened, twice, coins, any) => {
        const [one, other] = [
          spelled(twice, (at) => coins[at] === true),
          spelled(twice, (at) => coins[8 + at] === true),
        ];
        const object = `{${one}:1, ${JSON.stringify(`${twice}x`)}:${JSON.stringify(any)}, ${other}\n:2}`;
        const text = within(opened, object);
        expect(() => JSON.parse(text)).not.toThrow();
        expect(outcome(() => parseJson(text))).toEqual({ refused: true });
      },
    ),
  );
});

test('takes one name in several objects, as a value, and inside a text', () => {
  const text = '[{"a":1,"b":{"a":2,"c":[{"a":3},{"a":4}]}},{"a":"a","x":"\\"a\\":1,\\"a\\":2"}]';
  expect(parseJson(text)).toEqual(JSON.parse(text));
});

test.each(FORBIDDEN)(
  'refuses %s as a name, however it is written and wherever it stands, and not as a text',
  (name) => {
    fc.assert(
      fc.property(anywhere, fc.array(fc.boolean(), { minLength: 11, maxLength: 11 }), (opened, coins) => {
        const text = within(opened, `{${spelled(name, (at) => coins[at] === true)} : 1}`);
        expect(outcome(() => parseJson(text))).toEqual({ refused: true });
      }),
    );
    expect(parseJson(JSON.stringify([name, { a: name, [`${name}_`]: 1 }]))).toEqual([
      name,
      { a: name, [`${name}_`]: 1 },
    ]);
  },
);

test('nests twenty deep and no deeper', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  expect(outcome(() => parseJson(nested(20)))).toHaveProperty('value');
  expect(outcome(() => parseJson(nested(21)))).toEqual({ refused: true });
  expect(outcome(() => parseJson(`{"a":"${'['.repeat(100)}"}`))).toHaveProperty('value');
});

// Five times the longest body: what went back over it would take half a minute.
test.each([
  ['brackets', '['.repeat(300_000)],
  ['objects', '{"a":'.repeat(60_000)],
  ['a text without an end', `{"text":"${'\\"'.repeat(150_000)}`],
  ['a text that ends in a line break', `{"text":"${'\\"'.repeat(150_000)}\\\n`],
  ['quotes', '"'.repeat(300_000)],
  ['backslashes', `"${'\\'.repeat(300_000)}`],
  ['colons', `{${':'.repeat(300_000)}`],
])('goes through nothing but %s once', (_, text) => {
  const refused = () => expect(outcome(() => parseJson(text))).toEqual({ refused: true });
  expect(cpuMsOf(refused)).toBeLessThan(1_000);
});

test('says nothing of what it refuses', () => {
  for (const text of [
    '{"canary',
    '{"canary":canary}',
    '{"canary":1,"canary":2}',
    '{"__proto__":"canary"}',
    'canary',
  ])
    try {
      parseJson(text);
      throw new Error('It was not refused.');
    } catch (error) {
      expect(String((error as Error).message)).not.toContain('canary');
      expect((error as Error).cause).toBeUndefined();
    }
});
