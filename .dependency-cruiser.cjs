// Who may import whom, said once. A row reads: files of this room may import files of those rooms, and those packages.
// What no row allows is an error. ARCHITECTURE.md says why.
const rooms = {
  'src/comment': { may: [] },
  'src/screening': { may: ['src/comment'], packages: ['linkify-it', 'ipaddr[.]js'] },
  'src/screening/filter/(weights-file|shipped)': { may: ['src/screening'], core: true },
  'src/moderation': { may: ['src/comment'] },
  'src/retention': { may: ['src/comment'] },
  'src/storage': {
    may: ['src/(comment|screening|moderation)'],
  },
  'src/storage/dynamodb': {
    may: ['src/(comment|screening|moderation|storage)'],
    packages: ['@aws-sdk/client-dynamodb'],
  },
  'src/tokens': { may: ['src/comment'], packages: ['@smithy/signature-v4'], core: true },
  'src/use-cases': { may: ['src/(comment|screening|moderation|retention|storage)'] },
  'src/pages': { may: ['src/comment'], packages: ['linkify-it'] },
  'src/api': { may: ['src/(comment|screening|moderation|storage|pages)'], packages: ['zod', 'zod-openapi'] },
  'src/lambda': {
    may: ['src/(comment|moderation|screening|storage|tokens|use-cases|api|pages)'],
    packages: ['@middy/', 'zod', 'ipaddr[.]js'],
    core: true,
  },
  'src/config': { may: [], core: true },
  'src/app': { may: ['src/(api|comment|config|lambda|screening|storage|tokens)'], core: true },
  handlers: { may: ['src/(api|app|comment|config|lambda|pages|use-cases)'] },
  'src/local': {
    may: ['src/(app|api|comment|config|pages|screening|storage|tokens)', 'tools'],
    packages: ['.*'],
    core: true,
  },
  tools: { may: [], core: true },
};

const inside = (room) => `^${room}([.]ts$|/)`;
const rows = Object.entries(rooms).flatMap(([room, { may, packages = [], core }]) => {
  const from = { path: inside(room) };
  return [
    { from, to: { path: inside(room) } },
    ...may.map((path) => ({ from, to: { path: inside(path) } })),
    ...packages.map((name) => ({ from, to: { path: `node_modules/${name}` } })),
    ...(core ? [{ from, to: { dependencyTypes: ['core'] } }] : []),
  ];
});

module.exports = {
  allowedSeverity: 'error',
  allowed: [
    ...rows,
    {
      from: { path: '^src/(tokens|app)' },
      to: { dependencyTypes: ['type-only'], path: '@aws-sdk/client-dynamodb' },
    },
    { from: {}, to: { dependencyTypes: ['type-only'], path: 'aws-lambda' } },
  ],
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^(src|handlers)', pathNot: '[.]d[.]ts$' },
      to: {},
    },
    {
      name: 'use-cases-know-the-port-and-never-an-adapter',
      severity: 'error',
      from: { path: '^src/(use-cases|api|lambda|pages)' },
      to: { path: '^src/storage/.+/' },
    },
    {
      name: 'rooms-outside-storage-know-it-by-its-types',
      severity: 'error',
      from: { path: '^src/(use-cases|lambda)' },
      to: { path: '^src/storage', dependencyTypesNot: ['type-only'] },
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
