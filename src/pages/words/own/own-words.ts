import type { Language } from '../../../comment/site.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import type { OwnWords } from './own-table.ts';

const tables: Readonly<Record<Language, OwnWords>> = { fr, en };

/** The words of a receipt's actions. They are apart because no other page needs them. */
export const ownWordsIn = (language: Language): OwnWords => tables[language];
