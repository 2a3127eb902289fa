// jest's environment for Node, with two changes that cost a test file much of its time. Its global object is an ordinary one: jest's own is
// a proxy, and every `Math` or `Map` in a loop of the code under test then costs some hundred nanoseconds instead of none. And what many
// test files load is compiled once in a process: jest itself and CommonJS packages as scripts, which V8 remembers by their source as
// long as they bring no `import()` of their own; modules with what it knows of them from the last time.
import vm from 'node:vm';

const { createContext, compileFunction, Script, SourceTextModule } = vm;

vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY);

vm.compileFunction = (source, parameters, options) => {
  const { filename, parsingContext } = options;
  if (source.includes('import(')) return compileFunction(source, parameters, options);
  const head = `(function(${parameters}){`;
  const script = new Script(`${head}${source}\n})`, { filename, columnOffset: -head.length });
  return script.runInContext(parsingContext);
};

/** By the module's identifier. */
const compiled = new Map();

vm.SourceTextModule = class extends SourceTextModule {
  constructor(source, options) {
    const known = compiled.get(options.identifier);
    const isSame = known?.source === source;
    super(source, isSame ? { ...options, cachedData: known.data } : options);
    if (!isSame) compiled.set(options.identifier, { source, data: this.createCachedData() });
  }
};

const { default: NodeEnvironment } = await import('jest-environment-node');

export default NodeEnvironment;
