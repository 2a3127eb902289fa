/** Markup that is safe to send as it is. Only `html` makes it. */
export type Html = { readonly markup: string; readonly toString: () => string };

type Part = Html | string | number | undefined | false | readonly Part[];

/** A template that escapes its values, except `Html`. It joins lists, and leaves out undefined and false. */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Html => {
  let markup = texts[0] ?? '';
  for (const [at, part] of parts.entries()) markup += markupOf(part) + texts[at + 1];
  return { markup, toString: () => markup };
};

const markupOf = (part: Part): string => {
  if (part === undefined || part === false) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part));
  return 'markup' in part ? part.markup : part.reduce((all: string, one) => all + markupOf(one), '');
};

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
};

/** Text for element content and quoted attributes; a browser reads back the same. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"'\r]/g, (char) => entities[char] ?? char);

const characters = new Map(Object.entries(entities).map(([char, entity]) => [entity, char]));

/** The text that `escapeHtml` was given. */
export const unescapeHtml = (markup: string): string =>
  markup.replace(/&#?\w+;/g, (entity) => characters.get(entity) ?? entity);
