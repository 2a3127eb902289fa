// jest's environment for Node, with three changes to what costs a test file much of its time. Its global object is an ordinary one:
// jest's own is a proxy, and every `Math` or `Map` in a loop of the code under test then costs some hundred nanoseconds instead of none.
// What many test files load is compiled once in a process: jest itself and CommonJS packages as scripts, which V8 remembers by their
// source; modules with what it knows of them from the last time. And V8 does not remember modules by itself, since it would keep all
// that a test file made with them.
import v8 from 'node:v8';
import vm from 'node:vm';

const { createContext, Script, SourceTextModule } = vm;

vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY);

// V8 remembers only scripts whose `import()` is Node's, not jest's.
const importModuleDynamically = vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER;

vm.compileFunction = (source, parameters, { filename, parsingContext }) => {
  const head = `(function(${parameters}){`;
  const options = { filename, columnOffset: -head.length, importModuleDynamically };
  return new Script(`${head}${source}\n})`, options).runInContext(parsingContext);
};

/** By the module's identifier. */
const compiled = new Map();

vm.SourceTextModule = class extends SourceTextModule {
  constructor(source, options) {
    const known = compiled.get(options.identifier);
    const isSame = known?.source === source;
    v8.setFlagsFromString('--no-compilation-cache');
    try {
      super(source, isSame ? { ...options, cachedData: known.data } : options);
      if (!isSame) compiled.set(options.identifier, { source, data: this.createCachedData() });
    } finally {
      v8.setFlagsFromString('--compilation-cache');
    }
  }
};

const { default: NodeEnvironment } = await import('jest-environment-node');

export default NodeEnvironment;
