import * as z from 'zod';
import { identity } from '../template/scope.ts';
import { cfnNumber, type Interpreter, propertiesOf } from './interpreter.ts';
import { generatedName } from './place.ts';

const texts = z.array(z.string()).default([]);

const corsRule = z.object({
  AllowedMethods: texts,
  AllowedOrigins: texts,
  AllowedHeaders: texts,
  ExposedHeaders: texts,
  MaxAge: cfnNumber.optional(),
});

const schema = z.object({
  BucketName: z.string().optional(),
  VersioningConfiguration: z.object({ Status: z.string() }).optional(),
  CorsConfiguration: z.object({ CorsRules: z.array(corsRule).default([]) }).optional(),
});

/** Encryption, lifecycle and public access are AWS's own business: here everything is this machine's disk. */
export const bucket: Interpreter = {
  type: 'AWS::S3::Bucket',
  interpret(resource, place) {
    const properties = propertiesOf(resource, schema);
    const name = properties.BucketName ?? generatedName(place, resource.logicalId).toLowerCase();
    return {
      identity: identity(name, {
        Arn: `arn:aws:s3:::${name}`,
        DomainName: `${name}.s3.amazonaws.com`,
        RegionalDomainName: `${name}.s3.${place.region}.amazonaws.com`,
      }),
      declarations: [
        {
          kind: 'bucket',
          name,
          versioned: properties.VersioningConfiguration?.Status === 'Enabled',
          cors: (properties.CorsConfiguration?.CorsRules ?? []).map((rule) => ({
            allowedMethods: rule.AllowedMethods,
            allowedOrigins: rule.AllowedOrigins,
            allowedHeaders: rule.AllowedHeaders,
            exposedHeaders: rule.ExposedHeaders,
            ...(rule.MaxAge !== undefined && { maxAgeSeconds: rule.MaxAge }),
          })),
        },
      ],
    };
  },
};
