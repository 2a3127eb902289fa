import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { endWith, WrongArguments } from '../tools/command.ts';
import { readOptions, USAGE } from './options.ts';
import { stopAll } from './servers/launch.ts';

const RESULTS = join(import.meta.dirname, 'results/latest.json');

const main = async (): Promise<void> => {
  const options = readOptions(process.argv.slice(2));
  if (options === undefined) return console.log(USAGE);
  if (!existsSync('/proc/self/smaps_rollup'))
    throw new Error('CPU and memory are read from /proc, which only Linux has.');
  const { measureAll } = await import('./measure-all.ts');
  const { screenTable } = await import('./report/screen-table.ts');
  const results = await measureAll(options);
  console.log(screenTable(results));
  mkdirSync(dirname(RESULTS), { recursive: true });
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
  if (options.writes) (await import('./report/publish.ts')).publish(results);
};

/** Nothing stays behind: servers end before their folders go. */
const leave = (code: number) => {
  void stopAll().then(() => process.exit(code));
};
process.once('SIGINT', () => leave(130)).once('SIGTERM', () => leave(143));

main().catch((error: unknown) => {
  if (error instanceof WrongArguments) endWith(error);
  console.error(`The bench failed: ${error instanceof Error ? error.message : error}`);
  leave(1);
});
