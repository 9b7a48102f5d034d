/** Every code the store refuses something with, and what it means. */
export const storeCodes = {
  SEGMENT_NOT_FOUND: 'There is no segment with this id.',
  VERSION_NOT_FOUND: 'The segment has no such version.',
  STALE_VERSION: 'Somebody else changed the segment since the version given; the message tells the current one.',
  NAME_TAKEN: 'Another segment of the folder has this name, in whatever case.',
  SEGMENT_ID_TAKEN: 'A segment file has the id of a saved segment; rename the file.',
  SEGMENT_READ_ONLY: 'The segment is a file of the workspace; change the file.',
  SEGMENT_ARCHIVED: 'The segment is archived; unarchive it first.',
  FOLDER_NOT_FOUND: 'There is no folder of this name.',
  FOLDER_TAKEN: 'There is a folder of this name already, in whatever case.',
  FOLDER_NOT_EMPTY: 'The folder still has segments in it; archived ones do not count.',
  FOLDER_READ_ONLY: 'Files of the workspace are in the folder, so only they can rename it.',
  BAD_PAGE_SIZE: 'A page has 1 segment or more.',
  BAD_CURSOR: 'The cursor is none that a list gave out.',
  STORE_BUSY: 'Another process kept the store locked for too long; try again.',
  STORE_NEWER: 'A later release made the store; this one cannot read it.',
  STORE_UNREADABLE: 'The file is no store, is damaged, or must not be opened.',
} as const;

export type StoreCode = keyof typeof storeCodes;
