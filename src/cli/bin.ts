import { flush, processIo } from './io.ts';
import { run } from './main.ts';

// Without an explicit end, Node would wait for compilers that nobody needs any more.
void run(process.argv.slice(2), processIo())
  .finally(flush)
  .then((code) => process.exit(code));
