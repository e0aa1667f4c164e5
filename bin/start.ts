import { nodeVersionProblem } from '../local/node-version.ts';

const problem = nodeVersionProblem(process.versions.node);
if (problem !== undefined) {
  console.error(problem);
  process.exit(1);
}
// Loaded only now: on an older Node.js the libraries would fail first, and less clearly.
const { keepCompiled } = await import('../local/compile-cache.ts');
keepCompiled();
const { main } = await import('../local/main.ts');
process.exit(await main(process.argv.slice(2), process.env));
