import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Problem } from '../query/problem.js';
import { findings, type Findings, type Report } from './report.js';
import {
  fold,
  folderName,
  objectiveParts,
  segmentDescription,
  segmentName,
  sizeRange,
  type Objective,
  type SegmentDefinition,
} from './segment-definition.js';
import { validate } from './validate.js';
import { readYaml } from './yaml.js';

/** A segment as code. */
export interface SegmentFile extends SegmentDefinition {
  /** The file's name without `.yml`. */
  readonly id: string;
  /** Relative to the workspace. */
  readonly file: string;
  readonly modifiedAt: string;
}

/** What could be read, by file name, and everything wrong with the rest. */
export interface SegmentFiles {
  readonly segments: readonly SegmentFile[];
  readonly problems: readonly Problem[];
}

const FOLDER = 'segments';
const fileName = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*\.yml$/u;

const objectiveSchema = z.strictObject({ ...objectiveParts, expected_size: sizeRange.optional() });
const segmentSchema = z.strictObject({
  name: segmentName,
  entity: z.enum(['customer', 'user']).default('customer'),
  folder: folderName.optional(),
  description: segmentDescription.optional(),
  objective: objectiveSchema.optional(),
  where: z.record(z.string(), z.unknown()),
});

/** Reads `segments/*.yml` of a workspace; without the folder there are none. The where is not checked against the model. */
export async function readSegmentFiles(workspaceDir: string): Promise<SegmentFiles> {
  const found = findings();
  const entries = await readdir(join(workspaceDir, FOLDER), { withFileTypes: true }).catch(() => []);
  const files = entries
    .filter(({ name }) => !name.startsWith('.'))
    .filter((entry) => isNamedWell(entry.name, entry.isDirectory(), found.in(`${FOLDER}/${entry.name}`)))
    .map(({ name }) => `${FOLDER}/${name}`)
    .sort();
  const read: (SegmentFile | null)[] = [];
  for (const file of files) read.push(await readSegment(workspaceDir, file, found));
  const segments = read.filter((segment) => segment !== null);
  tellDuplicateNames(segments, found);
  return { segments, problems: found.problems };
}

/** Whether it is a segment file; what only looks like one is told, what does not is let be. */
function isNamedWell(name: string, isFolder: boolean, report: Report): boolean {
  if (isFolder)
    report(
      'BAD_NAME',
      [],
      `segment files lie directly in ${FOLDER}/; to put segments into a folder write \`folder: ${name}\` in them`,
    );
  else if (/\.ya?ml$/i.test(name) && !fileName.test(name))
    report('BAD_NAME', [], 'the name is the id: letters, digits, - and _, then .yml', goodNames(name));
  return !isFolder && fileName.test(name);
}

function goodNames(name: string): readonly string[] {
  const words = name.replace(/\.ya?ml$/i, '').match(/[\p{L}\p{M}\p{N}_-]+/gu) ?? [];
  const good = `${words.join('-').replace(/^[_-]+/, '')}.yml`;
  return fileName.test(good) ? [good] : [];
}

async function readSegment(workspaceDir: string, file: string, found: Findings): Promise<SegmentFile | null> {
  const report = found.in(file);
  const onDisk = await readWithTime(join(workspaceDir, file)).catch((error: unknown) => {
    report('DATA_UNREADABLE', [], `the file cannot be read: ${(error as Error).message}`);
    return null;
  });
  if (onDisk === null) return null;
  const before = found.problems.length;
  const content = yamlContent(onDisk.text, report);
  const yml = found.problems.length > before ? null : validate(segmentSchema, content, report);
  if (yml === null || found.problems.length > before) return null;
  return {
    id: file.slice(FOLDER.length + 1, -'.yml'.length),
    entity: yml.entity,
    name: yml.name,
    description: yml.description ?? '',
    folder: yml.folder ?? null,
    objective: yml.objective ? asObjective(yml.objective) : null,
    where: yml.where,
    file,
    modifiedAt: onDisk.modifiedAt,
  };
}

/** An alias without an anchor, or one that unfolds to too much, shows only when the document is turned into data. */
function yamlContent(text: string, report: Report): unknown {
  try {
    return readYaml(text, report);
  } catch (error) {
    report('BAD_YAML', [], (error as Error).message);
    return null;
  }
}

async function readWithTime(path: string): Promise<{ readonly text: string; readonly modifiedAt: string }> {
  const [text, { mtime }] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
  return { text, modifiedAt: mtime.toISOString() };
}

const asObjective = ({ expected_size: expectedSize, ...rest }: z.output<typeof objectiveSchema>): Objective =>
  // Keys that were left out are absent here, not undefined.
  ({ ...rest, ...(expectedSize && { expectedSize }) }) as Objective;

/** Two segments of one folder whose names differ in case only would be taken for each other. */
function tellDuplicateNames(segments: readonly SegmentFile[], found: Findings): void {
  const first = new Map<string, SegmentFile>();
  for (const segment of segments) {
    const key = JSON.stringify([segment.folder && fold(segment.folder), fold(segment.name)]);
    const other = first.get(key);
    if (other) found.in(segment.file)('DUPLICATE_NAME', ['name'], `${other.file} has this name in the same folder`);
    else first.set(key, segment);
  }
}
