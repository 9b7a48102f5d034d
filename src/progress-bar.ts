import { SingleBar } from 'cli-progress';

/** How many steps of how many are done, and the one that is being done. */
export type Progress = (done: number, total: number, step: string) => void;

/** Shows a bar while something is done; in the log of a job that nobody watches, a line every ten seconds. */
export async function withProgressBar<Done>(work: (progress: Progress) => Promise<Done>): Promise<Done> {
  const bar = new SingleBar({
    format: '{bar} {value}/{total} {step}',
    clearOnComplete: true,
    hideCursor: true,
    noTTYOutput: true,
    notTTYSchedule: 10_000,
  });
  bar.start(1, 0, { step: '' });
  try {
    return await work((done, total, step) => {
      bar.setTotal(total);
      bar.update(done, { step });
    });
  } finally {
    bar.stop();
  }
}
