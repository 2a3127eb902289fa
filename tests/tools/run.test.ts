import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { isNewEnough } from '../../tools/node-versions.mjs';
import { withProject } from './with-project.ts';

const OWN_NODE = `node-${process.platform}-${process.arch}`;
const INSTALLING = 'Installing what is missing (npm ci), about a minute the first time ...\n';
const TELLS = `console.log(JSON.stringify({ pid: process.pid, argv: process.argv, node: process.execPath }));`;
/** Says where it runs, and then runs until it is asked to stop. */
const STAYS = `
  import { writeFileSync } from 'node:fs';
  setInterval(() => {}, 1000);
  process.on('SIGTERM', () => { writeFileSync('stopped', ''); process.exit(7); });
  console.log(process.pid);`;

/** Looks again and again. */
const until = async (isSo: () => boolean) => {
  while (!isSo()) await wait(20);
};

describe('what is missing', () => {
  const project = withProject();
  project.write('tells.mjs', TELLS);

  test('is installed at the first run, not at the second, and again when the lock file asks for another version', async () => {
    const { code, output, errors } = await project.run(['tells.mjs']);
    // Nothing of the installation is printed among the answers.
    expect([code, output.split('\n').length]).toEqual([0, 2]);
    expect(errors).toMatch(INSTALLING);
    expect(existsSync(project.path('node_modules/one/node'))).toBe(true);
    expect(await project.run([])).toEqual({ code: 0, output: '', errors: '' });
    project.lock('2.0.0');
    expect((await project.run([])).errors).toMatch(INSTALLING);
    expect((await project.run([])).errors).toBe('');
  });
});

describe('what only development needs', () => {
  const project = withProject();
  project.write('tells.mjs', TELLS);
  project.addDevelopment('two');
  const isThere = (name: string) => existsSync(project.path(`node_modules/${name}/package.json`));

  test('is not installed for a file that does without, and stays once it is there', async () => {
    const { code, output, errors } = await project.run(['--omit=dev', 'tells.mjs', '--omit=dev', 'b']);
    expect([code, isThere('one'), isThere('two')]).toEqual([0, true, false]);
    expect(errors).toMatch(INSTALLING);
    expect(JSON.parse(output).argv.slice(1)).toEqual([project.path('tells.mjs'), '--omit=dev', 'b']);
    expect((await project.run(['--omit=dev', 'tells.mjs'])).errors).toBe('');
    expect((await project.run(['tells.mjs'])).errors).toMatch(INSTALLING);
    expect([isThere('one'), isThere('two')]).toEqual([true, true]);
    project.lock('2.0.0');
    project.addDevelopment('two');
    expect((await project.run(['--omit=dev', 'tells.mjs'])).errors).toMatch(INSTALLING);
    expect([isThere('one'), isThere('two')]).toEqual([true, true]);
  });
});

describe('what npm cannot install', () => {
  const project = withProject();
  project.write('tells.mjs', TELLS);

  test('ends the command', async () => {
    project.lock('3.0.0');
    project.write('package.json', { name: 'project', dependencies: { another: '1.0.0' } });
    const { code, output } = await project.run(['tells.mjs']);
    expect(code).not.toBe(0);
    expect(output).toBe('');
  });
});

describe('a file', () => {
  const project = withProject();
  project.write('tells.mjs', TELLS);
  project.write('types.ts', 'const answer: number = 42; console.log(answer);');
  project.write('fails.mjs', 'throw new Error("on its own");');
  project.write('ends.mjs', 'process.exit(3);');
  beforeAll(() => project.run([]));

  test('runs in the same process, with its own path and arguments', async () => {
    const child = project.start(['tells.mjs', '--help', 'a b', '*']);
    const [line] = await once(child.stdout ?? child, 'data');
    expect(JSON.parse(line)).toEqual({
      pid: child.pid,
      argv: [process.execPath, project.path('tells.mjs'), '--help', 'a b', '*'],
      node: process.execPath,
    });
  });

  test('is found from any folder', async () => {
    expect(await project.run(['types.ts'], { cwd: project.path('one') })).toMatchObject({ output: '42\n' });
  });

  test('may be TypeScript, and what Node compiled of it is kept', async () => {
    expect(await project.run(['types.ts'])).toEqual({ code: 0, output: '42\n', errors: '' });
    expect(existsSync(project.path('node_modules/.cache/compiled'))).toBe(true);
  });

  test('ends the command as it ends itself', async () => {
    expect((await project.run(['ends.mjs'])).code).toBe(3);
    const { code, errors } = await project.run(['fails.mjs']);
    expect(code).toBe(1);
    expect(errors).toContain('Error: on its own');
  });
});

describe('a Node that is too old', () => {
  const project = withProject();
  const pretend = (version: string) => [
    '--import',
    `data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'${version}'}})`,
  ];

  test('is told so in one sentence, before anything is installed', async () => {
    expect(await project.run(['tells.mjs'], {}, pretend('20.19.0'))).toEqual({
      code: 1,
      output: '',
      errors:
        'Palabre needs Node 24 or later (or 22 from 22.18 on), and this is Node 20.19.0: get one at https://nodejs.org/en/download\n',
    });
    expect(existsSync(project.path('node_modules'))).toBe(false);
  });

  test.each([
    ['18.20.4', false],
    ['20.19.0', false],
    ['22.17.1', false],
    ['22.18.0', true],
    ['23.11.0', false],
    ['24.0.0', true],
    ['26.1.0', true],
  ])('is told from one that is not: %s, %j', (version, isEnough) => {
    expect(isNewEnough(version)).toBe(isEnough);
  });
});

// npm brings a Node to Linux only.
if (process.platform === 'linux')
  describe('the Node that npm brought', () => {
    const project = withProject();
    const own = project.path(`node_modules/${OWN_NODE}/bin/node`);
    project.write('tells.mjs', TELLS);
    project.write('stays.mjs', STAYS);
    project.write('ends.mjs', 'process.exit(3);');
    project.write('dies.mjs', "process.kill(process.pid, 'SIGKILL');");
    beforeAll(async () => {
      await project.run([]);
      cpSync(process.execPath, own);
    });
    const started = async (env: Readonly<Record<string, string>> = {}) => {
      const child = project.start(['stays.mjs'], {
        cwd: project.path('.'),
        env: { PATH: process.env.PATH, ...env },
      });
      const [pid] = await once(child.stdout ?? child, 'data');
      return { child, pid: Number(pid) };
    };
    const isGone = (pid: number) => !existsSync(`/proc/${pid}`);

    test('runs the file instead of another, with its arguments, flags and exit code', async () => {
      const { output } = await project.run(['tells.mjs', 'a b'], {}, ['--no-warnings']);
      expect(JSON.parse(output)).toMatchObject({ node: own, argv: [own, project.path('tells.mjs'), 'a b'] });
      expect((await project.run(['ends.mjs'])).code).toBe(3);
      expect((await project.run(['dies.mjs'])).code).toBe(128 + 9);
    });

    test('is not started when there is nothing to run', async () => {
      expect(await project.run([])).toEqual({ code: 0, output: '', errors: '' });
    });

    test('gets the signals that are for it', async () => {
      const { child, pid } = await started();
      child.kill('SIGTERM');
      expect(await once(child, 'exit')).toEqual([7, null]);
      await until(() => isGone(pid));
    });

    test('ends when the process that started it is killed', async () => {
      const { child, pid } = await started();
      rmSync(project.path('stopped'), { force: true });
      child.kill('SIGKILL');
      await until(() => isGone(pid));
      expect(existsSync(project.path('stopped'))).toBe(true);
    });

    // Either npm is the parent itself or the shell between them stays; npm starts a command like this.
    test.each([['exec '], ['']])(
      'ends when npm does, however that ends: sh -c "%snode ..."',
      async (exec) => {
        const command = `${exec}'${process.execPath}' tools/run.mjs stays.mjs; exit $?`;
        const code = `require('node:child_process').spawn('sh', ['-c', ${JSON.stringify(command)}], { stdio: 'inherit' });`;
        const npm = spawn(process.execPath, ['-e', code], {
          cwd: project.path('.'),
          env: { PATH: process.env.PATH, npm_lifecycle_event: 'start' },
        });
        const [pid] = await once(npm.stdout, 'data');
        npm.kill('SIGKILL');
        await until(() => isGone(Number(pid)));
      },
    );
  });

describe('a Node that npm brought and that cannot run here', () => {
  const project = withProject(OWN_NODE);

  test('gives way to the one that installed it', async () => {
    project.write(`one/bin/node`, 'This is no program.');
    project.write('tells.mjs', TELLS);
    const { code, output } = await project.run(['tells.mjs']);
    expect([code, JSON.parse(output).node]).toEqual([0, process.execPath]);
    expect(existsSync(project.path('node_modules/.bin/node'))).toBe(false);
    expect(await project.run([])).toEqual({ code: 0, output: '', errors: '' });
  });
});

test('every command of package.json is one that any shell reads, and starts with tools/run.mjs or a package’s program', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  for (const [name, script] of Object.entries(scripts)) {
    expect([name, /['`$;|<>*\\]|(^|\s)(exec|hash|sh|rm|cp|export)\s|^\w+=/.test(script)]).toEqual([
      name,
      false,
    ]);
    for (const part of script.split(' && ')) {
      const [program] = part.split(' ');
      if (program === 'node')
        expect([name, part]).toEqual([name, expect.stringMatching(/^node (--\S+ )*tools\/run[.]mjs( |$)/)]);
    }
  }
});

test('the container runs what npm start runs', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const [, command = '[]'] = /^CMD (.+)$/m.exec(readFileSync('Dockerfile', 'utf8')) ?? [];
  expect(JSON.parse(command).join(' ')).toBe(scripts.start);
});
