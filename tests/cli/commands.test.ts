import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
/** Commands that run a file of ours and nothing else; those of packages have their own help. */
const OURS = /^node (?:--\S+ )*tools\/run[.]mjs (?:--omit=dev )?((?:local|cli|tools|bench|training)\/\S+)$/;
const commands = Object.entries(scripts).flatMap(([name, script]) => {
  const [, file] = OURS.exec(script) ?? [];
  return file === undefined ? [] : [[name, file] as const];
});
/** It hands on what it does not know to jest. */
const PASSES_ON = 'test:reference';

const run = (file: string, option: string) =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [file, option], (_, output, errors) =>
      resolve({ code: child.exitCode, output, errors }),
    );
    child.stdin?.end();
  });

test('the commands are found', () => {
  expect(commands.map(([name]) => name)).toEqual(expect.arrayContaining(['start', 'site', 'bench', 'train']));
});

test.each(commands)(
  'npm run %s says what it does when asked for help, and does nothing',
  async (name, file) => {
    expect(await run(file, '--help')).toEqual({
      code: 0,
      output: expect.stringMatching(new RegExp(`^npm (run (--silent )?)?${name}\\b[^]*--help`)),
      errors: '',
    });
  },
);

test.each(commands.filter(([name]) => name !== PASSES_ON))(
  'npm run %s names an option that it does not know, in one line, and ends with code 2',
  async (_, file) => {
    expect(await run(file, '--no-such-option')).toEqual({
      code: 2,
      output: '',
      errors: "Unknown option '--no-such-option' (--help tells more)\n",
    });
  },
);
