// Who may import whom. Each rule's comment is what a developer reads when it fires.
const inCatalog = '^checks/catalog/([^/]+)/';

export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Evidence flows one way; a cycle means two ideas share a file boundary.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      comment: 'An import that resolves to nothing breaks at run time.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'model-imports-nothing',
      severity: 'error',
      comment: 'The vocabulary stands on its own.',
      from: { path: '^checks/model' },
      to: { pathNot: '^checks/model' },
    },
    {
      name: 'answer-imports-model',
      severity: 'error',
      comment: 'answer.ts builds answers of the model and knows nothing else.',
      from: { path: '^checks/answer\\.ts$' },
      to: { pathNot: '^checks/model' },
    },
    {
      name: 'checks-are-pure',
      severity: 'error',
      comment:
        'A check reads evidence: the model, the answers and its own folder. No package, no node: module, no other check, no gatherer.',
      from: { path: inCatalog, pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^checks/model', '^checks/answer\\.ts$', '^checks/catalog/$1/'] },
    },
    {
      name: 'gatherers-do-not-judge',
      severity: 'error',
      comment: 'Gatherers bring evidence and have no opinion: no check, no report, no command.',
      from: { path: '^checks/evidence/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(checks/(catalog|audit|answer)|reports|cli|server|loadtests)' },
    },
    {
      name: 'reports-are-pure',
      severity: 'error',
      comment: 'A renderer turns a Report into text: the model, colours, text widths, a schema to read a Report back, and its own folder.',
      from: { path: '^reports/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^checks/(model|audit)', '^reports/', '^node_modules/(chalk|string-width|zod)/'] },
    },
    {
      name: 'loadtests-measure',
      severity: 'error',
      comment: 'Load runs bring evidence like every gatherer.',
      from: { path: '^loadtests/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(checks/(catalog|audit|evidence)|reports|cli|server)' },
    },
    {
      name: 'nobody-imports-the-server',
      severity: 'error',
      comment: 'The server is audited like any target; it shares nothing with the tool.',
      from: { pathNot: '^server/' },
      to: { path: '^server/' },
    },
    {
      name: 'server-stands-alone',
      severity: 'error',
      comment: 'The server is a deployable of its own.',
      from: { path: '^server/' },
      to: { path: '^(cli|checks|reports|loadtests|bench)/' },
    },
    {
      name: 'nobody-imports-the-cli',
      severity: 'error',
      comment: 'cli/ is the top.',
      from: { pathNot: '^(cli|bench)/' },
      to: { path: '^cli/' },
    },
    {
      name: 'one-typescript-reader',
      severity: 'error',
      comment: 'Only the TypeScript front end knows its parser.',
      from: { pathNot: '^(checks/evidence/code/typescript|bench/)' },
      to: { path: 'node_modules/ts-morph' },
    },
    {
      name: 'one-python-reader',
      severity: 'error',
      comment: 'Only the Python front end knows its parser.',
      from: { pathNot: '^(checks/evidence/code/python|bench/)' },
      to: { path: 'node_modules/py-ast' },
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      comment: "A test is nobody's library.",
      from: { pathNot: '\\.test\\.ts$' },
      to: { path: '\\.test\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/examples/', 'cli/e2e/targets/', '^(dist|build)/'] },
    parser: 'swc',
    tsPreCompilationDeps: true,
    moduleSystems: ['es6'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
  },
};
