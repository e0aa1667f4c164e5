import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Code, type CodeConfig } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { bundleFunction } from './function-bundle.ts';

/**
 * The bundle of a function as code to deploy. CDK copies it into the cloud assembly, under the hash of what it holds,
 * as soon as it is asked where the code is; nothing is left elsewhere.
 */
export class BundledCode extends Code {
  readonly isInline = false;
  readonly #folder: string;

  /** @param folder The folder under functions/ that holds `handler.ts`. */
  constructor(folder: string) {
    super();
    this.#folder = folder;
  }

  override bind(scope: Construct): CodeConfig {
    const place = mkdtempSync(join(tmpdir(), `bellwether-${this.#folder}-`));
    try {
      for (const { name, contents } of bundleFunction(this.#folder).files)
        writeFileSync(join(place, name), contents);
      return Code.fromAsset(place).bind(scope);
    } finally {
      rmSync(place, { recursive: true });
    }
  }
}
