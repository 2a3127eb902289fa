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
    // The learned filter's stages in order: each uses what reads text, the stages before it, and itself.
    ...['reading', 'features', 'model', 'site'].map((stage, at, stages) => ({
      name: `${stage}-uses-only-the-filter-stages-before-it`,
      severity: 'error',
      from: { path: `^src/screening/filter/${stage}/` },
      to: {
        path: '^src/screening/',
        pathNot: `^src/screening/(text|filter/(${stages.slice(0, at + 1).join('|')}))/`,
      },
    })),
    {
      name: 'what-reads-text-knows-nothing-of-screening',
      severity: 'error',
      from: { path: '^src/screening/text/' },
      to: { path: '^src/screening/', pathNot: '^src/screening/text/' },
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
