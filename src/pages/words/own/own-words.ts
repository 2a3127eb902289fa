import type { Language } from '../../../comment/site.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import type { OwnWords } from './own-table.ts';

const tables: Readonly<Record<Language, OwnWords>> = { fr, en };

/** What receipts say of what their holders may do: apart, since no other page needs it. */
export const ownWordsIn = (language: Language): OwnWords => tables[language];
