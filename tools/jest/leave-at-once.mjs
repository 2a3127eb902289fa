// Ends a process of jest's as soon as nothing is left to do in it. After some dozens of test files it holds half a gigabyte or more, and
// giving that back piece by piece takes V8 longer than the 500 ms after which jest says that a worker "failed to exit gracefully".
process.once('beforeExit', () => process.exit());
