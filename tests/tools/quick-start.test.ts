import { expect, test } from '@jest/globals';
import { transform } from 'esbuild';
import fc from 'fast-check';
import { quickened } from '../../tools/bundling/quick-start.ts';
import { codePoint } from '../characters.ts';

const ofScript = async (source: string): Promise<string> =>
  (await transform(quickened(source, 'script.ts'), { loader: 'ts', minifyWhitespace: true })).code.trim();

test.each([
  ['an arrow function', 'export const one = (a: number) => a;', 'export const one=(a=>a);'],
  ['one of one name', 'use(async <T>(a: T) => a)', 'use((async a=>a));'],
  ['functions in one another', 'use((a) => (b) => a + b)', 'use((a=>(b=>a+b)));'],
  ['a default', 'use(({ a = () => 1 }) => a())', 'use((({a=(()=>1)})=>a()));'],
  ['a function expression', 'use(function* one() {})', 'use((function*one(){}));'],
  ['what is in parentheses', '(() => {})()', '(()=>{})();'],
  [
    'no declaration and no method',
    'function one() {} class Two { three() {} }',
    'function one(){}class Two{three(){}}',
  ],
])('puts %s in parentheses, which stay', async (_, source, expected) => {
  expect(await ofScript(source)).toBe(expected);
});

test('keeps the names of functions, and their lines', () => {
  const source = 'const one = () =>\n  1;\nconst two = async () =>\n  2;';
  expect(quickened(source, 'a.js').split('\n')).toHaveLength(4);
  expect(new Function(`${quickened(source, 'a.js')} return [one.name, two.name]`)()).toEqual(['one', 'two']);
});

test.each([
  ['const one = /\\p{L}+/gu;', 'const one=new RegExp("\\\\p{L}+","gu");'],
  [
    'const two = (text) => /a|\\P{N}\\/é/v.test(text);',
    'const two=(text=>new RegExp("a|\\\\P{N}\\\\/\\\\u00e9","v").test(text));',
  ],
  ['const three = /\\d+/g;', 'const three=/\\d+/g;'],
])(
  'an expression is made where it is reached if it asks for Unicode’s tables: %s',
  async (source, expected) => {
    expect(await ofScript(source)).toBe(expected);
  },
);

/** Signs that mean the same with and without a backslash where there is no `u`, and pieces that mean more. */
const pieces = fc.constantFrom(
  'é',
  '\\é',
  '«',
  '💡',
  '\\\\',
  '\\d',
  '[é-ï]',
  '[^«»\\]]',
  'a',
  '/',
  '\\.',
  '·',
);

test('regular expressions find the same in ASCII', () => {
  fc.assert(
    fc.property(fc.array(pieces, { minLength: 1 }), fc.string({ unit: codePoint }), (some, text) => {
      const literal = new RegExp(some.join('').replaceAll('/', '\\/')).toString();
      const written = quickened(`return ${literal}`, 'a.js');
      expect(written).toMatch(/^[\x00-\x7F]*$/);
      const sign = new Function(written)() as RegExp;
      const texts = [text, 'é«💡\\3íxa/.·', some.join('')];
      expect(texts.map((one) => one.match(sign)?.index)).toEqual(
        texts.map((one) => one.match(new RegExp(some.join('').replaceAll('/', '\\/')))?.index),
      );
    }),
    { numRuns: 500 },
  );
});
