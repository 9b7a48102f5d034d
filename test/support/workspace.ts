export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string }[];
}

/** A workspace that answers GraphQL as the server would. */
export interface OpenWorkspace {
  ask(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer>;
  close(): Promise<void>;
}

export const openWorkspace = (dir: string): Promise<OpenWorkspace> =>
  Promise.reject(new Error(`not yet: nothing opens ${dir}`));
