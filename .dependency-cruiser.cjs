// Who may import whom is said in tools/rooms/rooms.ts. ARCHITECTURE.md shows it as a table, and says why.
const { allowedImports } = require('./tools/rooms/import-rules.ts');
const { rooms } = require('./tools/rooms/rooms.ts');

module.exports = {
  allowedSeverity: 'error',
  allowed: allowedImports(rooms),
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^(src|handlers|local|cli)/', pathNot: '[.]d[.]ts$' },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};
