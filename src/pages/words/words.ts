import type { Language } from '../../comment/site.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import type { Words } from './table.ts';

const tables: Readonly<Record<Language, Words>> = { fr, en };

/** Every sentence of the pages in a language. */
export const wordsIn = (language: Language): Words => tables[language];
