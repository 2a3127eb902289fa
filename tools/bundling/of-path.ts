/** The same pattern for the paths of any system: Windows writes them with backslashes. */
export const ofPath = (pattern: RegExp): RegExp => new RegExp(pattern.source.replaceAll('[/]', '[\\\\/]'));
