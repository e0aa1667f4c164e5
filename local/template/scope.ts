/** What `Ref` and `Fn::GetAtt` of a resource answer. */
export type Identity = {
  readonly ref: string;
  attribute(name: string): string | undefined;
};

/** Everything that a template's intrinsic functions may speak of. */
export type Scope = {
  /** Parameters and `AWS::` pseudo parameters. */
  readonly parameters: ReadonlyMap<string, unknown>;
  readonly mappings: Readonly<Record<string, Record<string, Record<string, unknown>>>>;
  readonly conditions: ReadonlyMap<string, boolean>;
  readonly identities: ReadonlyMap<string, Identity>;
};

/** An identity of fixed attributes. */
export function identity(ref: string, attributes: Readonly<Record<string, string>> = {}): Identity {
  return { ref, attribute: (name) => (Object.hasOwn(attributes, name) ? attributes[name] : undefined) };
}
