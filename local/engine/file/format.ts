/** Says in a SQLite file that it is Palabre's: `Pala` in ASCII. */
export const APPLICATION_ID = 0x50_61_6c_61;
/**
 * Rises when files of older versions can no longer be used as they are.
 * 1: each thing that readers and queues see of a comment was an attribute of its own. 2: they are two maps.
 */
export const FORMAT = 2;
