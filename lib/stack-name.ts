/** The name that the deployed stack has, and the key of its outputs. */
export function stackName(stage: string | undefined): string {
  return stage === undefined ? 'Bellwether' : `Bellwether-${stage}`;
}
