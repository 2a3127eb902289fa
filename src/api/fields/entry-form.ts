import * as z from 'zod';
import type { PreviewList } from '../../screening/preview.ts';
import { entryForms } from '../policy-schema.ts';
import { readOrRefuse } from '../read-or-refuse.ts';

/** An entry of a list, normalised as the list stores it. @throws {Refusal} `invalid-fields` for one that the list refuses, with the reason */
export const formOf = (list: PreviewList, entry: string): string =>
  readOrRefuse(z.object({ entry: entryForms[list] }), { entry }).entry;
