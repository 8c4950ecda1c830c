import 'reflect-metadata';
import { run } from './program';

// Whoever reads our output may have enough before its end (`| head`): that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

void run(process.argv).then((status) => {
  // Everything is closed and said; a call that a hung event store never answers must not keep her waiting. Said: pipes may be slow.
  process.stdout.write('', () => process.exit(status));
});
