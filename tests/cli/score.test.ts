import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { linesOf } from '../../cli/lines.ts';

const score = (args: readonly string[], input = '') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['cli/score.ts', ...args], {
    input,
    encoding: 'utf8',
  });
  const answers = stdout.split('\n').filter(Boolean);
  return { status, stderr, answers: answers.map((line) => JSON.parse(line)) };
};
const advert = 'Casino en ligne, bonus 500 € http://casino-bonus.example.xyz/free WhatsApp +33 6 12 34 56 78';

test('answers a line for a line, in order, and says what is wrong with one', () => {
  const lines = [JSON.stringify({ text: advert, lang: 'fr' }), '{', '{"text":"Merci"}'].join('\r\n');
  const { status, answers } = score([], `\uFEFF${lines}`);
  expect(status).toBe(0);
  expect(answers.map(({ outcome }) => outcome)).toEqual(['spam', undefined, 'approve']);
  expect(answers[1].error).toMatch(/JSON/);
});

test('a line separator inside a text ends no line', () => {
  const { answers } = score([], '{"text":"un\u2028deux\u2029trois"}\n{"text":"quatre"}\n');
  expect(answers.map(({ outcome }) => outcome)).toEqual(['approve', 'approve']);
});

test('a line of the answer is one however lines are read', () => {
  const { stdout } = spawnSync(process.execPath, ['cli/score.ts'], {
    ...{ input: '{"text":"un\u2028deux"\u2029}\n', encoding: 'utf8' },
  });
  expect(stdout.trimEnd()).not.toMatch(/[\n\u2028\u2029]/);
  expect(JSON.parse(stdout)).toHaveProperty('error');
});

test('takes texts as arguments, and explains what each feature adds', () => {
  const { answers } = score(['--explain', advert, 'Merci']);
  expect(answers).toHaveLength(2);
  const [{ bias, features, others }] = answers;
  expect(features[0]).toMatchObject({ family: expect.any(String), feature: expect.any(String) });
  expect(features.map(({ feature }: { feature: string }) => feature)).toContain('casino');
  expect(features[0]).toMatchObject({ weight: expect.any(Number), odds: expect.any(Number) });
  const sum = features.reduce((total: number, { odds }: { odds: number }) => total + odds, bias + others);
  expect(sum).toBeCloseTo(answers[0].score, 4);
});

test('an unknown option ends with what is wrong', () => {
  expect(score(['--nope'])).toMatchObject({ status: 2, stderr: expect.stringContaining('--nope') });
});

test('lines may come in any pieces', async () => {
  const pieces = async function* () {
    yield* ['a\r', '\nb', 'c\n\nd'];
  };
  const lines: string[] = [];
  for await (const line of linesOf(pieces())) lines.push(line);
  expect(lines).toEqual(['a', 'bc', '', 'd']);
});
