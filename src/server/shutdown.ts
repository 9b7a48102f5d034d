import type { Logger } from 'pino';

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/** On the first SIGTERM or SIGINT runs `close` and exits; on a second one exits at once. */
export function closeOnSignal(close: () => Promise<void>, log: Logger, host: NodeJS.Process = process): void {
  let closing = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (closing) return void host.exit(1);
    closing = true;
    log.info({ signal }, 'closing');
    close().then(
      () => host.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'could not close');
        host.exit(1);
      },
    );
  };
  for (const signal of SIGNALS) host.on(signal, onSignal);
}
