import { provideSecret } from '../../src/app.ts';
import { secretIn } from '../secret.ts';

/** Provides the secret in a file to all functions of this thread. It is reread, because it may be rotated while the server runs. */
export const provideSecretIn = (file: string): void => provideSecret(() => secretIn(file));
