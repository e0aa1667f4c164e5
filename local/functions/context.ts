import type { InvokeMessage, WorkerSettings } from './protocol.ts';

/** The context that Lambda hands to a Node.js handler, without the callbacks that it no longer has. */
export function contextOf(settings: WorkerSettings, { requestId, deadline }: InvokeMessage) {
  return {
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName: settings.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: settings.functionArn,
    logGroupName: `/aws/lambda/${settings.functionName}`,
    logStreamName: 'local',
    memoryLimitInMB: String(settings.memoryMb),
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}
