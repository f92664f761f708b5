import './nodeVersion.cjs';
import { serve } from './serve.mjs';
import { installDependencies, run, stop } from './setup.mjs';

const port = Number(process.env.PORT ?? 4173);

await installDependencies();
if (run('npm', ['run', '--silent', 'build', '--', '--logLevel', 'warn']) !== 0)
  stop('The page could not be built; the reason is above.');
try {
  await serve({ port });
  console.log(`SageMaker Policy Builder is at http://127.0.0.1:${port}/ (stop with Ctrl+C).`);
} catch (error) {
  if (error.code !== 'EADDRINUSE') throw error;
  stop(`Port ${port} is taken: stop what uses it, or choose another one with PORT=5000 npm start.`);
}
