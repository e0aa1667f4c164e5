import * as z from 'zod';
import { identity } from '../template/scope.ts';
import { type Interpreter, notHere, propertiesOf } from './interpreter.ts';

/** What would change which files go where is refused rather than passed over. */
const schema = z.object({
  SourceObjectKeys: z.tuple([z.string().regex(/^[\w-]+\.zip$/, 'must be an asset of the assembly')]),
  SourceMarkers: notHere('values that are put into files at deployment are not put in here'),
  Exclude: notHere('only whole folders are served here'),
  Include: notHere('only whole folders are served here'),
  DestinationBucketName: z.string(),
  DestinationBucketKeyPrefix: z.string().default(''),
  SystemMetadata: z.object({ 'cache-control': z.string().optional() }).prefault({}),
});

/** CDK copies files into a bucket through a custom resource; here they are served from the assembly. */
export const bucketFiles: Interpreter = {
  type: 'Custom::CDKBucketDeployment',
  interpret(resource) {
    const properties = propertiesOf(resource, schema);
    return {
      identity: identity(resource.logicalId),
      declarations: [
        {
          kind: 'bucket-files',
          bucket: properties.DestinationBucketName,
          under: properties.DestinationBucketKeyPrefix.replace(/^\/+|\/+$/g, ''),
          asset: properties.SourceObjectKeys[0].replace(/\.zip$/, ''),
          cacheControl: properties.SystemMetadata['cache-control'],
        },
      ],
    };
  },
};
