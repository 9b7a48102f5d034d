import type { OpenWorkspace } from '../support/workspace.js';

export interface People {
  readonly count: number;
  readonly asOf: string;
  readonly where: unknown;
  readonly segment: { readonly size: number };
}
export interface Cell {
  readonly age: number;
  readonly from: string | null;
  readonly until: string | null;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly complete: boolean;
  readonly nullReason: string | null;
  readonly people: People | null;
}
export interface Cohort {
  readonly from: string;
  readonly until: string;
  readonly size: number;
  readonly complete: boolean;
  readonly people: People;
  readonly cells: readonly Cell[];
}
export interface Average {
  readonly age: number;
  readonly value: number | null;
  readonly cohorts: number;
  readonly size: number;
}
export interface Cohorts {
  readonly asOf: string;
  readonly cohorts: readonly Cohort[];
  readonly average: readonly Average[];
  readonly withoutStart: People;
}

export interface Asked {
  /** `preview` or `userPreview`. */
  readonly of?: 'userPreview';
  readonly where?: string;
  readonly request: string;
  readonly people?: boolean;
}

const cells = 'age from until value numerator denominator complete nullReason';

/** Cohorts of a segment over GraphQL. The sizes of people are those of their wheres as of their day, asked anew. */
export async function cohortsOf(workspace: OpenWorkspace, { of, where, request, people }: Asked): Promise<Cohorts> {
  const asOf = /asOf: ("[^"]*")/.exec(request)?.[1];
  const who = `people { count asOf where segment { size${asOf ? `(asOf: ${asOf})` : ''} } }`;
  const { data, errors } = await workspace.ask(`{ found: ${of ?? 'preview'}(where: ${where ?? '{}'}) {
    cohorts(request: {${request}}) {
      asOf average { age value cohorts size } ${people ? who.replace('people', 'withoutStart') : ''}
      cohorts { from until size complete ${people ? who : ''} cells { ${cells} ${people ? who : ''} } }
    } } }`);
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as { found: { cohorts: Cohorts } }).found.cohorts;
}
