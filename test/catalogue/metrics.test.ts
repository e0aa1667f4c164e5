import { describe, expect, test } from 'vitest';
import { glossary, termById } from '../../shared/catalogue/glossary.ts';
import type { Derivation, MetricDefinition } from '../../shared/catalogue/metric.ts';
import { metricById, metrics } from '../../shared/catalogue/metrics.ts';

// Typed from the contract, section 3.
const contractIds =
  `ehcp.active ehcp.requests ehcp.backlog ehcp.no-to-assess-rate ehcp.no-to-issue-rate ehcp.new-plans
  ehcp.new-plans-early-years-share ehcp.ceased ehcp.ceased-neet-rate ehcp.ceased-under-16-outcomes-met
  ehcp.transferred-in ehcp.unexplained ehcp.timeliness-20-weeks ehcp.tribunal-appeals ehcp.annual-reviews-on-time
  inmss.placed inmss.share places.planned places.delivered places.shortfall places.shortfall-cost
  stakeholder.confidence dsg.in-year-balance dsg.cumulative-balance hnb.income hnb.spend inmss.spend`.split(
    /\s+/,
  );

const educationIds =
  `eyfsp.gld phonics.y1 phonics.y2 mtc.mean-score mtc.full-marks ks1.reading ks1.writing ks1.maths ks2.rwm
  ks2.reading ks2.writing ks2.maths ks2.gps ks2.science ks4.attainment8 ks4.progress8 ks4.english-maths-5plus
  ks2.progress-reading ks2.progress-writing ks2.progress-maths absence.total absence.authorised
  absence.unauthorised absence.persistent absence.severe exclusion.permanent provision.reduced`.split(/\s+/);

const supportingIds =
  `ehcp.no-to-assess ehcp.assessments-completed ehcp.no-to-issue ehcp.new-plans-early-years
  ehcp.post-16-ceased ehcp.post-16-ceased-neet ehcp.issued-20-weeks ehcp.issued-20-weeks-base places.filled`.split(
    /\s+/,
  );

const isRolling = ({ derivation }: MetricDefinition) => derivation?.kind === 'rolling-12';

function inputsOf(derivation: Derivation | undefined): readonly string[] {
  switch (derivation?.kind) {
    case undefined:
      return [];
    case 'quotient':
      return [derivation.numerator, derivation.denominator];
    case 'difference':
      return [derivation.minuend, derivation.subtrahend];
    case 'residual':
      return [derivation.stock, ...derivation.inflows, ...derivation.outflows];
    case 'rolling-12':
      return [derivation.of];
  }
}

/** Steps from a metric down to stored figures; throws when there is a cycle. */
function depth(id: string, above: readonly string[] = []): number {
  if (above.includes(id)) throw new Error(`${[...above, id].join(' → ')} is a cycle`);
  const inputs = inputsOf(metricById(id)?.derivation);
  return inputs.length === 0 ? 0 : 1 + Math.max(...inputs.map((input) => depth(input, [...above, id])));
}

describe('the list of metrics', () => {
  test('ids are unique and found by id', () => {
    expect(new Set(metrics.map(({ id }) => id)).size).toBe(metrics.length);
    for (const definition of metrics) expect(metricById(definition.id)).toBe(definition);
  });

  test('what is not measured is not found, names of object members included', () => {
    for (const id of ['', 'ehcp', 'EHCP.active', 'ehcp.active.r12', 'constructor', '__proto__']) {
      expect(metricById(id)).toBeUndefined();
    }
  });

  test.each(contractIds)('%s of the contract is measured in its own right', (id) => {
    expect(metricById(id)).toMatchObject({ id, supporting: false });
  });

  test.each(educationIds)('%s is a figure of a school year, and says of which years there are none', (id) => {
    const definition = metricById(id);
    expect(definition).toMatchObject({ frequency: 'academic-year', supporting: false, headline: false });
    expect(definition?.better).toBe(/^(absence|exclusion|provision)/.test(id) ? 'lower' : 'higher');
    if (id !== 'provision.reduced') expect(definition?.background).toMatch(/20\d\d/);
    // Short enough to be read beside a figure.
    expect(definition?.background.length).toBeLessThan(600);
  });

  test('the education metrics are those of the contract and no others', () => {
    const yearly = metrics.filter(({ frequency }) => frequency === 'academic-year').map(({ id }) => id);
    expect(yearly.toSorted()).toEqual(educationIds.toSorted());
  });

  test.each(supportingIds)('%s is stored as an input of others', (id) => {
    expect(metricById(id)).toMatchObject({ supporting: true });
    expect(metricById(id)).not.toHaveProperty('derivation');
  });

  test('the headline metrics are the four of the contract', () => {
    expect(metrics.filter(({ headline }) => headline).map(({ id }) => id)).toEqual([
      'ehcp.active',
      'inmss.share.r12',
      'dsg.in-year-balance',
      'dsg.cumulative-balance',
    ]);
  });
});

test('what must not worsen is a metric of which a direction is worse, of the same form', () => {
  const named = metrics.flatMap(({ id, mustNotWorsen = [] }) =>
    mustNotWorsen.map((other) => ({ id, other })),
  );
  expect(named.map(({ id }) => id)).toContain('ehcp.requests');
  for (const { id, other } of named) {
    expect(metricById(other)?.better, `${other} of ${id}`).toMatch(/lower|higher/);
    expect(other.endsWith('.r12')).toBe(id.endsWith('.r12'));
  }
});

describe('derivations', () => {
  test('every input is a metric, and no metric follows from itself', () => {
    for (const { id, derivation } of metrics) {
      for (const input of inputsOf(derivation)) expect(metricById(input), `${input} of ${id}`).toBeDefined();
      expect(() => depth(id)).not.toThrow();
    }
  });

  test.each([
    ['ehcp.no-to-assess-rate', 'ehcp.no-to-assess', 'ehcp.requests'],
    ['ehcp.no-to-issue-rate', 'ehcp.no-to-issue', 'ehcp.assessments-completed'],
    ['ehcp.new-plans-early-years-share', 'ehcp.new-plans-early-years', 'ehcp.new-plans'],
    ['ehcp.ceased-neet-rate', 'ehcp.post-16-ceased-neet', 'ehcp.post-16-ceased'],
    ['ehcp.timeliness-20-weeks', 'ehcp.issued-20-weeks', 'ehcp.issued-20-weeks-base'],
    ['inmss.share', 'inmss.placed', 'ehcp.active'],
  ])('%s = %s ÷ %s', (id, numerator, denominator) => {
    expect(metricById(id)).toMatchObject({
      unit: 'ratio',
      derivation: { kind: 'quotient', numerator, denominator },
    });
  });

  test('a quotient divides like by like: flow by flow, or stock by stock', () => {
    for (const { id, nature, derivation } of metrics) {
      if (derivation?.kind !== 'quotient') continue;
      const expected = nature === 'share-of-stock' ? 'stock' : 'flow';
      expect(metricById(derivation.numerator)?.nature, id).toBe(expected);
      expect(metricById(derivation.denominator)?.nature, id).toBe(expected);
    }
  });

  test('the shortfall is planned less delivered; what the flows do not explain is shown', () => {
    expect(metricById('places.shortfall')?.derivation).toEqual({
      kind: 'difference',
      minuend: 'places.planned',
      subtrahend: 'places.delivered',
    });
    expect(metricById('ehcp.unexplained')?.derivation).toEqual({
      kind: 'residual',
      stock: 'ehcp.active',
      inflows: ['ehcp.new-plans', 'ehcp.transferred-in'],
      outflows: ['ehcp.ceased'],
    });
  });
});

describe('rolling forms', () => {
  test('of what is monthly, flows and shares of a stock are averaged, rates of flows are pooled, the rest has none', () => {
    const methods = { flow: 'mean', 'share-of-stock': 'mean', 'rate-of-flows': 'pooled' };
    for (const { id, nature, frequency } of metrics.filter((definition) => !isRolling(definition))) {
      const method =
        frequency === 'month' ? Object.entries(methods).find(([of]) => of === nature)?.[1] : undefined;
      const rolling = metricById(`${id}.r12`);
      expect(rolling?.derivation, id).toEqual(method && { kind: 'rolling-12', of: id, method });
    }
  });

  test('a rolling form is judged as the metric that it rolls', () => {
    for (const { id, derivation, ...rolling } of metrics) {
      if (derivation?.kind !== 'rolling-12') continue;
      const { unit, better, condition, bounds } = metricById(derivation.of) ?? {};
      expect(rolling, id).toMatchObject({ unit, better, bounds });
      expect(rolling.condition, id).toBe(condition);
    }
  });
});

describe('how a metric is judged', () => {
  test('worse than plan by 2% is amber and by 5% red, for the in-year balance by 10%', () => {
    for (const { id, bounds } of metrics) {
      expect(bounds, id).toEqual({ amber: 0.02, red: id === 'dsg.in-year-balance' ? 0.1 : 0.05 });
    }
  });

  test.each([
    ['ehcp.active', '3.1'],
    ['ehcp.requests', '3.1'],
    ['ehcp.requests.r12', '3.1'],
    ['ehcp.ceased.r12', '3.4'],
    ['stakeholder.confidence', '3.5'],
    ['dsg.in-year-balance', '1'],
    ['dsg.cumulative-balance', '2'],
    ['hnb.spend', undefined],
  ])('%s evidences condition %s', (id, condition) => {
    expect(metricById(id)?.condition).toBe(condition);
  });

  test('families of metrics evidence their condition whole', () => {
    const families = { 'inmss.': '3.2', 'places.': '3.3', 'ehcp.ceased': '3.4' };
    for (const [prefix, condition] of Object.entries(families)) {
      const members = metrics.filter(({ id }) => id.startsWith(prefix));
      expect(members.map((member) => member.condition)).toEqual(members.map(() => condition));
    }
  });

  test('a deficit is negative, so a higher balance is better', () => {
    expect(metricById('dsg.in-year-balance')).toMatchObject({
      unit: 'gbp',
      better: 'higher',
      nature: 'year-end',
    });
    expect(metricById('dsg.cumulative-balance')).toMatchObject({ unit: 'gbp', better: 'higher' });
  });
});

describe('texts', () => {
  test('a definition is one sentence, and every text is there', () => {
    for (const { id, name, definition, background } of metrics) {
      expect(definition, id).toMatch(/^[A-Z][^.]*(\.\d[^.]*)*\.$/);
      expect(name.length, id).toBeGreaterThan(3);
      expect(background, id).toMatch(/^[A-Z].*\.$/);
    }
  });

  test('a short name fits a line of an alert and is that of one metric', () => {
    expect(new Set(metrics.map(({ shortName }) => shortName)).size).toBe(metrics.length);
    for (const { id, shortName } of metrics) {
      expect(shortName, id).toMatch(/^[A-Z0-9][^.:;]{3,59}$/);
      expect(shortName, id).not.toMatch(/forecast|20\d\d/);
    }
  });

  test('every term is in the glossary, and named once', () => {
    for (const { id, terms } of metrics) {
      expect(new Set(terms).size, id).toBe(terms.length);
      for (const term of terms) expect(termById(term), `${term} of ${id}`).toBeDefined();
    }
  });

  test('an acronym in a text is among its terms', () => {
    const acronyms = glossary.filter(({ id, term }) => /^[A-Z0-9]{3,}$/.test(term) && id !== 'send');
    for (const { id, name, shortName, definition, background, terms } of metrics) {
      const text = `${name} ${shortName} ${definition} ${background}`;
      for (const { term, id: termId } of acronyms) {
        if (new RegExp(`\\b${term}s?\\b`).test(text)) expect(terms, `${term} in ${id}`).toContain(termId);
      }
    }
  });
});
