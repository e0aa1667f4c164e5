/** The first Node.js that runs TypeScript sources as they are. */
const NEEDED = [22, 18] as const;

/** What is wrong with a version of Node.js, `22.4.1`, and how to mend it; undefined when it will do. */
export function nodeVersionProblem(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  // 23.0 to 23.5 are later in number but cannot run TypeScript yet.
  const enough = major === 23 ? minor >= 6 : major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
  if (enough) return undefined;
  return `Cannot run on Node.js ${version}: ${NEEDED.join('.')} or newer is needed. On Linux \`npm ci\` installs one and \`npm start\` uses it; elsewhere install it from https://nodejs.org.`;
}
