// Runs before everything else, on the machine's own Node and with nothing installed: brings node_modules in line with the lock file.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const MARK = 'node_modules/.installed-lock';
const lock = readFileSync('package-lock.json', 'utf8');

if (!existsSync(MARK) || readFileSync(MARK, 'utf8') !== lock) {
  console.error('Installing what is missing (npm ci), about a minute the first time ...');
  const { status } = spawnSync(
    'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    },
  );
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(MARK, lock);
}
