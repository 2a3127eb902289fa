// Who may import whom, said once. A row reads: files of this room, but for its room with a row of its own (`apart`), may import files
// of those rooms, and those packages.
// What no row allows is an error. ARCHITECTURE.md says why.
const rooms = {
  'src/comment': { may: [] },
  'src/screening': { may: ['src/comment'], packages: ['ipaddr[.]js'] },
  'src/screening/filter/model/(weights-file|shipped-model)': { may: ['src/screening'], core: true },
  'src/moderation': { may: ['src/(comment|retention)'] },
  'src/retention': { may: ['src/comment'] },
  'src/submission': { may: ['src/(comment|screening)'] },
  'src/storage': {
    may: ['src/(comment|screening|moderation|submission)'],
  },
  'src/storage/dynamodb': {
    may: ['src/(comment|screening|moderation|storage|submission)'],
    packages: ['@aws-sdk/client-dynamodb'],
  },
  'src/tokens': { may: ['src/comment'], packages: ['@smithy/signature-v4'], core: true },
  'src/use-cases': { may: ['src/(comment|screening|moderation|retention|storage|submission)'] },
  'src/stream': { may: ['src/(comment|screening|moderation|storage)'] },
  'src/pages': { may: ['src/comment', 'src/screening/text'] },
  'src/api': {
    may: ['src/(comment|screening|moderation|storage|pages)'],
    packages: ['zod', 'zod-openapi'],
    core: true,
  },
  'src/lambda': {
    may: ['src/(comment|moderation|screening|storage|stream|submission|tokens|use-cases|api|pages)'],
    packages: ['@middy/', 'zod', 'ipaddr[.]js'],
    core: true,
  },
  'src/config': { may: [], core: true },
  'src/app': { may: ['src/(api|comment|config|lambda|screening|storage|tokens)'], core: true },
  handlers: { may: ['src/(api|app|comment|config|lambda|pages|stream|submission|use-cases)'] },
  local: {
    may: ['src/(app|api|comment|config|pages|screening|storage|tokens)', 'tools'],
    packages: ['.*'],
    core: true,
    apart: 'local/engine',
  },
  'local/engine': { may: [], packages: ['@aws-sdk/client-dynamodb'], core: true },
  cli: {
    may: ['src/(comment|config|screening)', 'local'],
    packages: ['.*'],
    core: true,
  },
  tools: { may: [], packages: ['esbuild', '@aws-sdk/credential-provider-env'], core: true },
  bench: {
    may: ['src', 'local', 'tools', 'training/random'],
    packages: ['@aws-sdk/client-dynamodb', 'esbuild'],
    core: true,
  },
};

const inside = (room) => `^${room}([.]ts$|/)`;
const rows = Object.entries(rooms).flatMap(([room, { may, packages = [], core, apart }]) => {
  const from = { path: inside(room), ...(apart ? { pathNot: inside(apart) } : {}) };
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
    {
      from: { path: inside('local/engine') },
      to: { dependencyTypes: ['type-only'], path: inside('src/storage/dynamodb/send') },
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
      from: { path: '^src/(use-cases|stream|api|lambda|pages)' },
      to: { path: '^src/storage/.+/' },
    },
    {
      name: 'rooms-outside-storage-know-it-by-its-types',
      severity: 'error',
      from: { path: '^src/(use-cases|stream|lambda)' },
      to: { path: '^src/storage', dependencyTypesNot: ['type-only'] },
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
