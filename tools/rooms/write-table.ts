import { readFileSync, writeFileSync } from 'node:fs';
import { runCommand } from '../command.ts';
import { rooms } from './rooms.ts';
import { roomsTable, tableIn, withTable } from './rooms-table.ts';

const PAGE = 'ARCHITECTURE.md';

const HELP = `npm run rooms

Writes the table of rooms and what they may import into ${PAGE}. It is made of tools/rooms/rooms.ts, as the rules are that
npm test checks imports by.

  --help  this`;

await runCommand({
  help: HELP,
  options: {},
  run: () => {
    const page = readFileSync(PAGE, 'utf8');
    const markdown = `${roomsTable(rooms)}\n`;
    if (tableIn(page) === undefined) throw new Error(`${PAGE} has no table of rooms to replace.`);
    if (tableIn(page) === markdown) return `The table of ${rooms.length} rooms in ${PAGE} is right as it is.`;
    writeFileSync(PAGE, withTable(page, markdown));
    return `The table of ${rooms.length} rooms in ${PAGE} is written.`;
  },
});
