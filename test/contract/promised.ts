/** What others rely on of a route. Names of fields lie within each other with points, lists are gone into. */
export type Promised = {
  readonly query?: string;
  readonly body?: string;
  readonly answer?: string;
  /** Media types of the answer besides JSON. */
  readonly types?: string;
};

const DROP =
  'id area feed key versionId sha256 knownAt receivedAt finishedAt state rows.read rows.accepted rows.partly rows.rejected rows.ignored cells problemCount warnings.code warnings.message warnings.row warnings.column recognisedAs';
const REASONS = 'rule value bound difference since text';
const ALERT = `id state dedupKey action severity area metric period rating previousRating title value bound since links.dashboard links.runbook at ${within('reasons', REASONS)}`;
const SPLITS = 'group schoolType sex locality age reason requester schoolGroup placement financialYear';

/** The routes and fields that acceptance is checked against: none may go, and none may change its name. */
export const promised: Readonly<Record<string, Promised>> = {
  'GET /health': { answer: 'status version' },
  'GET /openapi.json': { answer: 'openapi' },
  'GET /areas': { answer: items('code name region.name statisticalNeighbours.items.name') },
  'GET /areas/{area}': { answer: 'code name region.name statisticalNeighbours.items.name' },
  'GET /metrics': {
    answer: items('id name definition background unit frequency better rules.rule terms.term'),
  },
  'GET /areas/{area}/summary': {
    answer:
      'overall.rating overall.why headlines.plan.difference programmes workstreams inYearGoal topRisks overdue sources',
  },
  'GET /areas/{area}/series/{metric}': {
    query: `from to ${SPLITS}`,
    answer: [
      'area metric unit frequency dimensions',
      within('points', 'period value status numerator denominator knownAt recordedAt drop'),
      within('plans', 'trajectory kind points'),
      within('forecast', 'method madeAt backtest'),
      within('forecast.points', 'period value lower80 upper80 lower95 upper95'),
      within('comparators', 'level points'),
      within('rating', 'rating period officerRating'),
      within('rating.reasons', REASONS),
    ].join(' '),
    types: 'text/csv',
  },
  'GET /areas/{area}/series/{metric}/versions': {
    query: 'period',
    answer: items('value status knownAt recordedAt drop row current'),
  },
  'GET /areas/{area}/ratings': {
    query: 'period',
    answer: `overall ${items(`metric dimensions period rating officerRating ${within('reasons', REASONS)} variation.state variation.basis variation.reasons assurance.state assurance.reasons`)}`,
  },
  'PUT /areas/{area}/ratings/{metric}/override': { body: 'rating reason until' },
  'GET /areas/{area}/alerts': { query: 'state', answer: items(ALERT) },
  'POST /areas/{area}/alerts/{id}/acknowledge': {},
  'PUT /areas/{area}/silences/{id}': { body: 'until' },
  'GET /areas/{area}/drops': { query: 'key state feed', answer: items(DROP) },
  'GET /areas/{area}/drops/{id}': {
    answer: `${DROP} ${within('problems', 'row column value code message')}`,
  },
  'POST /areas/{area}/uploads': {
    body: 'feed filename knownAt',
    answer: 'url method headers key expiresAt',
  },
  'POST /areas/{area}/recompute': {},
  'GET /areas/{area}/scorecards/{stage}': {
    query: 'year',
    answer: `columns keyPoints background ${within('rows', 'group council region national neighbours gaps pupils trend')}`,
  },
  'GET /areas/{area}/cohorts': { answer: items('id name') },
  'GET /areas/{area}/cohorts/{id}': { answer: 'id name steps' },
  'GET /areas/{area}/overlaps': { query: 'year', answer: items('groups pupils') },
  'GET /areas/{area}/correlations': { query: 'x y by', answer: 'pairs n caution' },
  'GET /areas/{area}/programme': {
    answer: items('programme workstream status ownerRole start due commentary ratings'),
  },
  'GET /areas/{area}/conditions': {
    answer: items('condition text update rating commentary ratings red.owner red.due'),
  },
  'GET /areas/{area}/risks': {
    answer: items(
      'register risk text impact likelihood impactText ownerRole actionRequired state rating mitigation progress ratings',
    ),
  },
  'GET /areas/{area}/milestones': { answer: items('workstream milestone due completed status') },
  'GET /areas/{area}/interventions': {
    answer: items(
      'id group text change metric effectPerMonth starts fullEffectBy profile measuredBy baseline timeframe condition risk evidence',
    ),
  },
  'GET /areas/{area}/recommendations': {
    answer: items('committee date id text response ownerRole due status evidence'),
  },
  'GET /areas/{area}/replay': {
    query: 'from to',
    answer: items('month metric period knownAt assumed rating officerRating leadMonths'),
  },
  'GET /areas/{area}/reconciliation': { answer: items('published derived difference cause') },
  'GET /areas/{area}/stock-bridge': {
    answer: items('period opening newPlans transferredIn ceased unexplained closing'),
  },
  'POST /areas/{area}/scenarios/system-flow': {
    body: 'requests noToAssessRate noToIssueRate ceased start from horizonMonths interventions.from interventions.requests interventions.noToAssessRate interventions.noToIssueRate interventions.ceased',
    answer: 'netAnnualGrowth months.period months.requests months.newPlans months.ceased months.active',
  },
  'POST /areas/{area}/scenarios/finance': { answer: 'years balanceYear' },
  'GET /areas/{area}/monitoring-report': {
    query: 'update',
    types: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  'GET /areas/{area}/export': { query: 'format' },
  'GET /areas/{area}/changes': { query: 'cursor', answer: 'resume' },
};

function within(place: string, fields: string): string {
  return fields
    .split(' ')
    .map((field) => `${place}.${field}`)
    .join(' ');
}

/** A list of such items, with its cursor. */
function items(fields: string): string {
  return `${within('items', fields)} next`;
}
