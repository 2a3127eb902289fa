// jest's environment for Node, with one change: its global object is an ordinary one. Jest's own is a proxy, and every `Math` or `Map`
// in a loop of the code under test then costs some hundred nanoseconds instead of none.
import vm from 'node:vm';

const { createContext } = vm;
vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY);

const { default: NodeEnvironment } = await import('jest-environment-node');

export default NodeEnvironment;
