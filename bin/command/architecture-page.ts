import { declared, type Plan } from '../../local/resources/declaration.ts';

/** One import of a part of the source by another, such as `shared/api` and `shared/recompute`. */
export type PartImport = { readonly from: string; readonly to: string };

/** docs/architecture.md: what is deployed, read from the template, and how the source hangs together, read from its imports. */
export function architecturePage(plan: Plan, imports: readonly PartImport[]): string {
  return [
    INTRODUCTION,
    '## What is deployed',
    'Rounded: functions. Open on the right: queues. Barrels: what is kept. A line leads from who sends to who takes; a dotted one from who is told by name in its settings to what it reads or writes. Each queue has its dead letters, each function its log and alarm; they are left out.',
    fenced(deployment(plan)),
    '## How the source hangs together',
    'An arrow leads from a part to one that it imports. Where a way over other parts leads there too, the arrow is left out. `test/architecture/arrows.test.ts` says which arrows may be.',
    fenced(modules(imports)),
    'Where each part lies and how to add to it: [contributing](../CONTRIBUTING.md#where-things-are). Why it is built so: [decisions](decisions/README.md). How far it carries: [how it grows](reference/scale.md).',
    '',
  ].join('\n\n');
}

const INTRODUCTION = `# Architecture

<!-- Written by \`npm exec -- node bin/document-architecture.ts\` from the synthesised template and the imports of the source: change those. -->

Files are facts and are never changed; what shows is a fold of them. A put file is an event, the event a message, and each message one small piece of work that may be done twice without harm. The thinking between a council's figures and its run is one pure function, which is why the same code answers for today, for a day in the past, in a test and in a simulation.`;

function fenced(lines: readonly string[]): string {
  return ['```mermaid', 'flowchart LR', ...lines.map((line) => `  ${line}`), '```'].join('\n');
}

function deployment(plan: Plan): readonly string[] {
  const functions = declared(plan, 'function').map((each) => ({
    ...each,
    node: each.entry.replace(/^functions\/(.*)\/handler\.ts$/, '$1'),
  }));
  const functionOf = (name: string) => functions.find((each) => each.name === name)?.node ?? '';
  const fed = new Map(
    declared(plan, 'event-source').map(({ queueArn, functionName }) => [queueArn, functionOf(functionName)]),
  );
  // Named after who works it off: the rest of a queue's name is made by the deployment.
  const queues = declared(plan, 'queue').filter(({ arn }) => fed.has(arn));
  const queueNode = (arn: string) => `q_${fed.get(arn) ?? ''}`;
  const stores = [
    ...declared(plan, 'bucket').map(({ name }) => ({ id: name, ...bucketOf(name) })),
    ...declared(plan, 'table').map(({ name }) => ({ id: name, node: 'table', title: 'table' })),
  ];
  const topics = declared(plan, 'topic').map(({ arn }) => ({
    id: arn,
    node: `t_${words(arn.split(':').at(-1) ?? '').replaceAll(' ', '_')}`,
    title: `SNS: ${words(arn.split(':').at(-1) ?? '')}`,
  }));
  const integrations = declared(plan, 'http-integration');
  const routes = declared(plan, 'http-route').map(({ integrationId }) =>
    functionOf(integrations.find(({ id }) => id === integrationId)?.functionName ?? ''),
  );
  const places = stores.filter(({ node }) => node !== '');
  return [
    ...functions.map(({ node }) => `${node}(${node})`),
    ...queues.map(({ arn }) => `${queueNode(arn)}>queue of ${fed.get(arn) ?? ''}]`),
    ...places.map(({ node, title }) => `${node}[(${title})]`),
    ...topics.map(({ node, title }) => `${node}{{${title}}}`),
    'people([people and programs])',
    'mis([information system of a council])',
    'mis -- puts files --> drops',
    'people -- "pages, through CloudFront" --> gateway[HTTP API]',
    ...sorted(routes.filter((node) => node !== '').map((node) => `gateway --> ${node}`)),
    ...sorted(
      declared(plan, 'bucket-notification').map(
        ({ bucket, queueArn }) => `${bucketOf(bucket).node} -- events --> ${queueNode(queueArn)}`,
      ),
    ),
    ...sorted(
      declared(plan, 'schedule').map(
        ({ expression, queueArn }) => `clock([clock]) -- "${expression}" --> ${queueNode(queueArn)}`,
      ),
    ),
    ...queues.map(({ arn }) => `${queueNode(arn)} --> ${fed.get(arn) ?? ''}`),
    ...functions.flatMap(({ node, variables }) => {
      const values = new Set(Object.values(variables));
      return sorted([
        ...queues.filter(({ url }) => values.has(url)).map(({ arn }) => `${node} --> ${queueNode(arn)}`),
        ...topics.filter(({ id }) => values.has(id)).map((topic) => `${node} --> ${topic.node}`),
        ...places.filter(({ id }) => values.has(id)).map((place) => `${node} -.- ${place.node}`),
      ]);
    }),
  ];
}

/** The buckets that the picture shows; those of logs and pages are not of the product's own flow. */
function bucketOf(name: string): { readonly node: string; readonly title: string } {
  if (/access-?logs/i.test(name)) return { node: '', title: '' };
  if (/report/i.test(name)) return { node: 'reports', title: 'reports bucket' };
  if (/drops/i.test(name)) return { node: 'drops', title: 'drops bucket' };
  return { node: '', title: '' };
}

/** `Bellwether-TopicsOnCall1A2B3C4D` → `topics on call`. */
function words(name: string): string {
  return name
    .replace(/^Bellwether-/, '')
    .replace(/[0-9A-F]{8}$/, '')
    .replace(/^Topics/, '')
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
}

function modules(imports: readonly PartImport[]): readonly string[] {
  const node = (part: string) => part.replaceAll(/[^a-z]/g, '_');
  const arrows = withoutShortCuts(imports).map(({ from, to }) => `${node(from)} --> ${node(to)}`);
  const parts = new Set(imports.flatMap(({ from, to }) => [from, to]));
  const inside = [...parts].filter((part) => part.startsWith('shared/'));
  const outside = [...parts].filter((part) => !part.startsWith('shared/'));
  const titled = (part: string) => `${node(part)}[${part.replace('shared/', '')}]`;
  return [
    ...sorted(outside.map(titled)),
    'subgraph shared',
    ...sorted(inside.map(titled)),
    'end',
    ...sorted(arrows),
  ];
}

/** The arrows that no longer way stands for. */
function withoutShortCuts(imports: readonly PartImport[]): readonly PartImport[] {
  const next = new Map<string, Set<string>>();
  for (const { from, to } of imports) if (from !== to) next.set(from, (next.get(from) ?? new Set()).add(to));
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    [...(next.get(from) ?? [])].some((part) => {
      if (part === to) return true;
      if (seen.has(part)) return false;
      seen.add(part);
      return reaches(part, to, seen);
    });
  return [...next].flatMap(([from, parts]) =>
    [...parts]
      .filter((to) => ![...parts].some((other) => other !== to && reaches(other, to)))
      .map((to) => ({ from, to })),
  );
}

function sorted(lines: Iterable<string>): readonly string[] {
  return [...new Set(lines)].sort();
}
