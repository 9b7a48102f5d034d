import { defineConfig } from 'vite';

export default defineConfig({
  root: 'src/web',
  base: './',
  logLevel: 'warn',
  worker: { format: 'es' },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    chunkSizeWarningLimit: 5_000,
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
});
