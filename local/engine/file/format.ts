/** The SQLite `application_id` of Palabre's files: `Pala` in ASCII. */
export const APPLICATION_ID = 0x50_61_6c_61;
/**
 * Increases when files of older versions need an upgrade.
 * 1: each field that readers and queues see of a comment was its own attribute. 2: those fields are in two maps.
 */
export const FORMAT = 2;
