/** How long an answer is waited for. The gateway gives one within 30 seconds, whatever happens behind it; a broken connection gives none. */
export const PATIENCE_MS = 35_000;
