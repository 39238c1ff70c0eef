/** Paths of the files that tell corrections to machines. */

/** The feed, without language and base. */
export const CORRECTIONS_FEED = '/koreksi/feed.xml';
/** The list, without base: both languages are in it. */
export const CORRECTIONS_JSON = '/data/koreksi.json';
