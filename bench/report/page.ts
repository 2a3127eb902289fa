import { table } from '../../tools/report/markdown.ts';
import type { Results } from '../results.ts';
import { comparedTable, demandTable, factTable, growthTable, type Table } from './rows.ts';
import { targetTable } from './targets.ts';

/** The page of a run. @param drawn names of its charts */
export const performancePage = (results: Results, drawn: readonly string[]): string => {
  const { machine, decided, compared, facts, demands, growth } = results;
  const chart = (name: string, about: string) =>
    drawn.includes(name) ? [`![${about}](performance/${name}.svg)`] : [];
  return [
    opening(results),
    '## Against its targets',
    markdown(targetTable(results)),
    '## Requests',
    ...chart('cpu', 'Bars: CPU for one request'),
    ...chart('rate', 'Bars: requests answered in a second'),
    `On a store of ${decided} decided comments. The first rows are without the edge: every read is answered anew.`,
    markdown(comparedTable(compared)),
    ...peers(results),
    '## Start, memory, screening',
    markdown(factTable(facts)),
    '## What the database is asked for',
    'W and R are write and read units, as DynamoDB bills them; a round trip is a wait, whatever is asked side by side in it.',
    markdown(demandTable(demands)),
    '## Growth',
    ...chart('growth', 'Lines: CPU for one request as the store grows'),
    'The same requests on stores of growing sizes; x is the multiple of the first row.',
    markdown(growthTable(growth)),
    '## The machine',
    markdown({
      head: ['', ''],
      rows: [
        ['date', machine.date],
        ['processor', `${machine.cores} cores, ${machine.processor}`],
        ['system', machine.system],
        ['Node', machine.node],
        ['load when it began, a core', machine.load.toFixed(2)],
      ],
    }),
  ].join('\n\n');
};

const opening = ({ isQuick, wordpress }: Results) => `# Performance

Every figure here is written by \`npm run bench -- --write${wordpress ? ' --peers' : ''}${isQuick ? ' --quick' : ''}\`, on one machine in one run. On
another machine compare the ratios rather than the milliseconds. How it is measured is in [bench/README.md](../bench/README.md).

- *CPU ms* is the CPU time of all processes of a server for one request, from /proc, with what follows from the request:
  counters, audit trail, learning.
- *x bare server* is the multiple of a \`node:http\` server that reads the same request, parses it and answers as many bytes.
- *a second*, *median* and *99 %* are seen by the client, which shares the machine.`;

const peers = ({ wordpress }: Results): readonly string[] =>
  wordpress === undefined
    ? []
    : [
        `WordPress ${wordpress} runs from Debian's packages (nginx, PHP-FPM with 16 workers and its opcode cache, MariaDB with its
defaults, durable at every commit) on the same machine, filled with the same comments, in turns with ours. Its flood filter is off,
since all requests come from one address; mails, updates and timed work are off. It has no page cache. Its JSON is that of its REST
interface, its HTML the whole page of an article with its default theme, where ours is the fragment that a page holds; it
keeps no audit trail and cannot undo.`,
      ];

const markdown = ({ head, rows }: Table): string => table(head, rows);
