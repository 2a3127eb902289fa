// A style sheet is imported for the bundle, and is no value.
declare module '*.css';
