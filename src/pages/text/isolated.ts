const TURNS = /[\u202A-\u202E\u2066-\u2069]/;

/** Whether a text has controls that turn the direction of writing; the marks U+200E and U+200F turn nothing else. */
export const turnsDirection = (text: string): boolean => TURNS.test(text);

/** A text without markup around it, set apart where it turns the direction of writing, so that other words keep theirs. What would end that is left out. */
export const isolated = (text: string): string =>
  turnsDirection(text) ? `\u2068${text.replace(/[\u2066-\u2069]/g, '')}\u2069` : text;
