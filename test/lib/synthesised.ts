import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { buildApp } from '../../lib/app.ts';
import { defaultSettings, type Settings } from '../../lib/settings.ts';
import { type Resource, type Template, templateSchema } from '../../lib/template.ts';

/** A stand-in for the built pages: this is about what surrounds them. */
export const pages: string = join(import.meta.dirname, 'pages');

export function synthesise(settings: Settings = defaultSettings): Template {
  return inPassing((outdir) => {
    const app = buildApp({ settings, bundling: false, outdir, pages });
    return templateSchema.parse(app.synth().getStackByName('Bellwether').template);
  });
}

/** Gives a folder that is gone afterwards: CDK leaves its own behind when it runs in a worker. */
export function inPassing<Result>(use: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'bellwether-synth-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One synthesis for all tests of a file that only read it. */
export const template: Template = synthesise();

/** Resources of a type with their logical ids. Fails when there is none: a law about nothing is no law. */
export function ofType(type: string, of: Template = template): [string, Resource][] {
  const found = Object.entries(of.Resources).filter(([, { Type }]) => Type === type);
  if (found.length === 0) throw new Error(`The template has no ${type}`);
  return found;
}

/** The one resource of a type. */
export function only(type: string, of: Template = template): [string, Resource] {
  const [found, ...others] = ofType(type, of);
  if (found === undefined || others.length > 0) throw new Error(`The template has not one ${type}`);
  return found;
}

/** The functions of the product: all but the helpers that CDK adds for its custom resources. */
export function functions(of: Template = template): [string, Resource][] {
  return ofType('AWS::Lambda::Function', of).filter(([, { Metadata }]) => 'bellwether:entry' in Metadata);
}

export function functionOf(folder: string, of: Template = template): [string, Resource] {
  const found = functions(of).find(
    ([, each]) => each.Metadata['bellwether:entry'] === `functions/${folder}/handler.ts`,
  );
  if (found === undefined) throw new Error(`There is no function ${folder}`);
  return found;
}

/** The logical id that a `Ref` or `Fn::GetAtt` points to. */
export function target(reference: unknown): string {
  const parsed = z
    .union([
      z.object({ Ref: z.string() }).transform(({ Ref }) => Ref),
      z
        .object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) })
        .transform((each) => each['Fn::GetAtt'][0]),
    ])
    .safeParse(reference);
  return parsed.data ?? '';
}

/** What lies at a path of a value, undefined where the path ends early. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>((found, name) => {
    if (typeof found !== 'object' || found === null) return undefined;
    return new Map<string, unknown>(Object.entries(found)).get(String(name));
  }, value);
}

const listed = z.union([z.string().transform((text) => [text]), z.array(z.string())]);
const statementSchema = z.object({
  Sid: z.string().optional(),
  Effect: z.string(),
  Action: listed,
  Resource: z
    .unknown()
    .transform((value) => (Array.isArray(value) ? value : [value]).map((each: unknown) => each)),
  Principal: z.unknown().optional(),
  Condition: z.unknown().optional(),
});
type Statement = z.infer<typeof statementSchema>;

/** The statements of a policy resource. */
export function statements(resource: Resource): Statement[] {
  const document = at(resource.Properties, 'PolicyDocument') ?? at(resource.Properties, 'KeyPolicy');
  return z.array(statementSchema).parse(at(document, 'Statement'));
}
