import pino from 'pino';
import { closeOnSignal } from '../../src/server/shutdown.js';
import { serve } from './tiny-server.js';

const { close } = await serve({});
closeOnSignal(
  async () => {
    await close();
    console.log('closed');
  },
  pino({ level: 'silent' }),
);
console.log('listening');
