import { provideSecret } from '../../src/app.ts';
import { secretIn } from '../signing-key.ts';

/** Gives all functions of this thread the secret of a file, which is read anew: it is rotated beside a running server. */
export const provideSecretIn = (file: string): void => provideSecret(() => secretIn(file));
