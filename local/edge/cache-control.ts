/** A directive: a name, and an optional value after `=`; a quoted value may contain commas. */
const DIRECTIVE = /([\w-]+)(?:\s*=\s*(?:"([^"]*)"|([^\s,]*)))?/g;

/** The directives of a Cache-Control header (RFC 9111, 5.2) by lower-case name; of duplicates the first counts. */
export const cacheControlOf = (header: string | undefined): ReadonlyMap<string, string> => {
  const directives = new Map<string, string>();
  for (const [, name = '', quoted, plain] of (header ?? '').matchAll(DIRECTIVE))
    if (!directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), quoted ?? plain ?? '');
  return directives;
};

/** A directive's value in whole seconds; undefined when it is missing or not a whole number. */
export const secondsOf = (directives: ReadonlyMap<string, string>, name: string): number | undefined => {
  const value = directives.get(name) ?? '';
  return /^\d+$/.test(value) ? Number(value) : undefined;
};
