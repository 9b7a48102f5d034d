import { fold } from '../catalog/segment-definition.js';
import { comparePlaces, compareSegments, cursorOf, placeOf, readCursor, type Place } from './cursor.js';
import { knownFolder } from './folders.js';
import { asSegment, currentSegments } from './lookup.js';
import { refuse } from './refuse.js';
import type { Scope } from './scope.js';
import type { SegmentFilter, SegmentPage, SegmentPageRequest, StoredSegment } from './segment.js';
import { searchText } from './text.js';

/** One page of the saved segments and the files, as one list. */
export async function listSegments(scope: Scope, request: SegmentPageRequest): Promise<SegmentPage> {
  if (!Number.isSafeInteger(request.first) || request.first < 1)
    refuse('BAD_PAGE_SIZE', ['first'], 'must be a whole number from 1 up');
  const filter = await readFilter(scope, request);
  const after = request.after == null ? null : readCursor(request.after);
  const rows = await ordered(matching(scope, filter), after)
    .limit(request.first + 1)
    .execute();
  const both = [...rows.map(asSegment), ...onShelf(scope, filter, after)].sort(compareSegments);
  const segments = Object.freeze(both.slice(0, request.first));
  const last = segments.at(-1);
  return Object.freeze({ segments, next: last && both.length > request.first ? cursorOf(last) : null });
}

/** How many segments a list of the same filter holds, over all pages. */
export async function countSegments(scope: Scope, request: SegmentFilter): Promise<number> {
  const filter = await readFilter(scope, request);
  const { n } = await matching(scope, filter)
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n + onShelf(scope, filter, null).length;
}

interface Filter {
  /** Undefined for all, null for the top level. */
  readonly folder: string | null | undefined;
  readonly search: string;
  readonly includeArchived: boolean;
}

async function readFilter(scope: Scope, { folder, search, includeArchived }: SegmentFilter): Promise<Filter> {
  return {
    folder: folder == null ? folder : await knownFolder(scope, folder, ['folder']),
    search: fold(search ?? ''),
    includeArchived: includeArchived ?? false,
  };
}

/** `instr` and not `like`: what is searched for has no wildcards. */
const matching = ({ db }: Scope, { folder, search, includeArchived }: Filter) =>
  currentSegments(db)
    .$if(folder === null, (q) => q.where('s.folder', 'is', null))
    .$if(typeof folder === 'string', (q) => q.where('s.folder', '=', folder ?? ''))
    .$if(search !== '', (q) => q.where((eb) => eb(eb.fn<number>('instr', ['s.search_text', eb.val(search)]), '>', 0)))
    .$if(!includeArchived, (q) => q.where('s.archived_at', 'is', null));

const ordered = (query: ReturnType<typeof matching>, after: Place | null) =>
  query
    .$if(after !== null, (q) =>
      q.where((eb) => eb(eb.refTuple('s.name_key', 's.id'), '>', eb.tuple(after?.nameKey ?? '', after?.id ?? ''))),
    )
    .orderBy('s.name_key')
    .orderBy('s.id');

const onShelf = ({ shelf }: Scope, { folder, search }: Filter, after: Place | null): readonly StoredSegment[] =>
  shelf.segments.filter(
    (segment) =>
      (folder === undefined || sameFolder(segment.folder, folder)) &&
      searchText(segment).includes(search) &&
      (after === null || comparePlaces(placeOf(segment), after) > 0),
  );

const sameFolder = (a: string | null, b: string | null): boolean => (a && fold(a)) === (b && fold(b));
