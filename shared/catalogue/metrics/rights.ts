/**
 * What shows whether families still get what the law gives them. Fewer requests and fewer plans are a success only
 * while none of these gets worse: a child's right to support is not a saving. Source: issue "Judgement and alerts".
 */
export const rights: readonly string[] = [
  'ehcp.timeliness-20-weeks',
  'ehcp.tribunal-appeals',
  'ehcp.annual-reviews-on-time',
];
