import { identity } from '../template/scope.ts';
import type { Interpreter } from './interpreter.ts';

/** How a distribution signs what it asks of a private bucket: here it reads the same files itself. */
export const originAccessControl: Interpreter = {
  type: 'AWS::CloudFront::OriginAccessControl',
  interpret: ({ logicalId }) => ({
    identity: identity(logicalId, { Id: logicalId }),
    declarations: [],
  }),
};
