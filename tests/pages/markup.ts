/** An element's opening, as our pages write it. */
export type Tag = { readonly name: string; readonly attributes: ReadonlyMap<string, string> };

const token =
  /<!doctype html>|<style>[^<]*<\/style>|<(?<close>\/?)(?<name>[a-z][a-z0-9]*)(?<attributes>(?: (?:[a-z-]+|viewBox)(?:="[^"<>]*")?)*)>|(?<text>[^<>"']+)/gy;

/**
 * Reads markup by the strict little grammar that our templates keep to: lower-case names (but SVG's), double quotes, every special
 * character escaped. Throws where a browser might see anything else, so what parses here holds no markup of others.
 */
export const parse = (markup: string): { readonly tags: readonly Tag[]; readonly text: string } => {
  const found = [...markup.matchAll(token)];
  const end = found.reduce((at, { index, 0: { length } }) => (index === at ? at + length : at), 0);
  if (end !== markup.length) throw new Error(`Not our markup: ${markup.slice(end, end + 80)}`);
  const groups = found.map((match) => match.groups ?? {});
  return {
    tags: groups
      .filter(({ name, close }) => name && !close)
      .map(({ name = '', attributes = '' }) => ({ name, attributes: new Map(attributesOf(attributes)) })),
    text: groups.map(({ text }) => decode(text ?? '')).join(''),
  };
};

const attributesOf = (attributes: string): [string, string][] =>
  [...attributes.matchAll(/ ([a-z-]+|viewBox)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
    name,
    decode(value),
  ]);

const characters: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#13;': '\r',
};

/** What a browser makes of character references. */
export const decode = (text: string): string =>
  text.replace(/&[^;]{0,6};?/g, (reference) => {
    const character = characters[reference];
    if (character === undefined) throw new Error(`Not one of our references: ${reference}`);
    return character;
  });

/** What a form control holds: an input's value, or a text area's content. */
export const controlValue = (markup: string, name: string): string | undefined => {
  const area = markup.match(new RegExp(`<textarea [^>]*name="${name}"[^>]*>\\n([^<]*)</textarea>`));
  if (area) return decode(area[1] ?? '');
  const input = parse(markup).tags.find((tag) => tag.name === 'input' && tag.attributes.get('name') === name);
  return input?.attributes.get('value');
};

/** Inputs that have bitten comment systems. */
export const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</textarea><script>alert(1)</script>',
  'Alex"</a><iframe width=1 height=1 srcdoc="&#60;script&#62;">',
  '<!--<script>',
  '&amp;#0; &lt; &',
  '\u202Etxt.exe\u2066',
  "<q cite='Hello 🔥'>x</q>",
  '</title></style><svg onload=alert(1)>',
] as const;
