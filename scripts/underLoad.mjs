// Runs a command, `npm test` where none is named, while the machine is loaded to four times its cores:
//   node scripts/underLoad.mjs
//   node scripts/underLoad.mjs npx playwright test e2e/import.spec.ts
// What passes alone and fails here waits for a time instead of for a thing.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

const [program = 'npm', ...args] = process.argv.length > 2 ? process.argv.slice(2) : ['npm', 'test'];
const count = 4 * availableParallelism();
const busy = Array.from({ length: count }, () =>
  spawn(process.execPath, ['--eval', 'for (;;);'], { stdio: 'ignore' }),
);
const release = () => {
  for (const child of busy) child.kill('SIGKILL');
};
process.on('exit', release);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

const began = performance.now();
console.log(`${count} busy processes beside: ${[program, ...args].join(' ')}`);
const child = spawn(program, args, { stdio: 'inherit', shell: process.platform === 'win32' });
child.once('error', ({ message }) => {
  console.error(message);
  process.exit(1);
});
child.once('close', (code) => {
  console.log(`Under load: ${Math.round((performance.now() - began) / 1000)} s, exit code ${code}`);
  process.exit(code ?? 1);
});
