/** Told before each step: how many are done, of how many as far as is known, and what comes next. */
export type Progress = (done: number, total: number, step: string) => void;

/** Tells how far the work is. */
export interface Steps {
  readonly more: (count: number) => void;
  readonly next: (step: string) => void;
}

/** Counts the steps, of which `first` are known from the start. */
export function countSteps(progress: Progress, first: number): Steps {
  let done = 0;
  let total = first;
  return {
    more: (count) => {
      total += count;
    },
    next: (step) => {
      progress(done++, total, step);
    },
  };
}
