import { posix } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { MonitoringReport } from '../../shared/monitoring-report/report-schema.ts';
import { sampleCouncil } from '../recompute/sample-council.ts';
import { reportDoor } from './ask-report.ts';
import { all, type Element, partsOf, textOf, treeOf } from './word-parts.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const door = reportDoor(await sampleCouncil());

let report: MonitoringReport;
let parts: ReadonlyMap<string, Buffer>;
let body: Element;

beforeAll(async () => {
  report = await door.read({ update: '2024-11' });
  const { status, headers, bytes } = await door.ask({ update: '2024-11' }, DOCX);
  expect(status).toBe(200);
  expect(headers['content-type']).toBe(DOCX);
  expect(headers['content-disposition']).toContain('Wiltshire - monitoring report 2024-11.docx');
  parts = await partsOf(bytes ?? new Uint8Array());
  body = treeOf(parts.get('word/document.xml'));
});

const texts = (name: string) => all(body, name).map(textOf);

describe('the Word document as a package', () => {
  test('every part of XML is well formed, and has a content type', () => {
    const types = treeOf(parts.get('[Content_Types].xml'));
    const byName = new Set(all(types, 'Override').map(({ attributes }) => attributes['PartName']));
    const byEnding = new Set(all(types, 'Default').map(({ attributes }) => attributes['Extension']));
    for (const [name, part] of parts) {
      if (/\.(xml|rels)$/.test(name)) treeOf(part);
      if (name !== '[Content_Types].xml')
        expect(byName.has(`/${name}`) || byEnding.has(name.split('.').at(-1) ?? ''), name).toBe(true);
    }
    for (const name of byName) expect(parts.has(name?.slice(1) ?? ''), name).toBe(true);
  });

  test('every relationship leads to a part, and none leads outside', () => {
    for (const [name, part] of parts) {
      if (!name.endsWith('.rels')) continue;
      const folder = posix.dirname(posix.dirname(name));
      const ids = all(treeOf(part), 'Relationship').map(({ attributes }) => {
        expect(attributes['TargetMode'], `${name} ${attributes['Target']}`).not.toBe('External');
        const target = attributes['Target'] ?? '';
        const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
        expect(parts.has(path), `${name} → ${path}`).toBe(true);
        return attributes['Id'];
      });
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('every relationship that the text names is there', () => {
    const known = new Set(
      all(treeOf(parts.get('word/_rels/document.xml.rels')), 'Relationship').map(
        ({ attributes }) => attributes['Id'],
      ),
    );
    const named = [
      ...(parts.get('word/document.xml')?.toString('utf8') ?? '').matchAll(/r:(?:id|embed)="([^"]+)"/g),
    ];
    expect(named.length).toBeGreaterThan(0);
    for (const [, id] of named) expect(known.has(id), id).toBe(true);
  });

  test('its properties name the report and the product, and no person', () => {
    const core = treeOf(parts.get('docProps/core.xml'));
    expect(all(core, 'dc:title').map(textOf)).toEqual([
      'Wiltshire: quarterly monitoring report, November 2024',
    ]);
    expect([...all(core, 'dc:creator'), ...all(core, 'cp:lastModifiedBy')].map(textOf)).toEqual([
      'Bellwether',
      'Bellwether',
    ]);
  });
});

describe('the Word document for whoever reads it', () => {
  test('its language is English of Britain', () => {
    const [language] = all(treeOf(parts.get('word/styles.xml')), 'w:lang');
    expect(language?.attributes['w:val']).toBe('en-GB');
  });

  test('headings go down one level at a time, and each condition has one', () => {
    const levels = all(body, 'w:pStyle').flatMap(({ attributes }) => {
      const level = /^Heading(\d)$/.exec(attributes['w:val'] ?? '')?.[1];
      return level === undefined ? [] : [Number(level)];
    });
    expect(levels.length).toBeGreaterThan(15);
    for (const [at, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1);
    for (const { condition } of report.conditions)
      expect(texts('w:p').some((text) => text.startsWith(`Condition ${condition}: `))).toBe(true);
  });

  test('each table has one heading row, marked to be repeated, and as many cells in every row', () => {
    const tables = all(body, 'w:tbl');
    expect(tables.length).toBeGreaterThan(report.conditions.length);
    for (const table of tables) {
      const rows = all(table, 'w:tr');
      expect(rows.map((row) => all(row, 'w:tblHeader').length)).toEqual(
        rows.map((_, at) => (at === 0 ? 1 : 0)),
      );
      expect(new Set(rows.map((row) => all(row, 'w:tc').length)).size).toBe(1);
      // A cell without a paragraph cannot be opened.
      for (const cell of all(table, 'w:tc')) expect(all(cell, 'w:p').length).toBeGreaterThan(0);
    }
  });

  test('each chart is described, each by another number, and by the words of the report', () => {
    const drawings = all(body, 'wp:docPr');
    const charts = report.conditions.flatMap((each) => each.charts);
    expect(drawings.map(({ attributes }) => attributes['descr'])).toEqual(
      charts.map(({ description }) => description),
    );
    expect(new Set(drawings.map(({ attributes }) => attributes['id'])).size).toBe(charts.length);
    expect([...parts.keys()].filter((name) => /^word\/charts\/chart[^/]*\.xml$/.test(name))).toHaveLength(
      charts.length,
    );
  });

  test('pages are numbered', () => {
    const footers = [...parts].filter(([name]) => /^word\/footer\d*\.xml$/.test(name));
    expect(footers.some(([, part]) => /PAGE/.test(part.toString()) && /NUMPAGES/.test(part.toString()))).toBe(
      true,
    );
  });

  test('says all that the report says: answers, evidence, ratings, risks, what is missing', () => {
    const text = texts('w:p').join('\n');
    const said = [
      ...report.onTrack.flatMap(({ question, text: why }) => [question, why ?? 'To be completed']),
      ...report.conditions.flatMap(({ commentary, figures }) => [
        commentary ?? 'To be completed',
        figures.text,
      ]),
      ...report.risks.flatMap(({ text: risk, mitigation }) => [risk ?? '', mitigation ?? 'To be completed']),
      ...report.toComplete,
      ...report.signOff.map(({ role }) => role),
      ...['6,161 in October 2024', '5,669', '+492 (8.7%)', '−£43.20m in September 2024', '11 December 2024'],
    ];
    for (const each of said) expect(text).toContain(each);
  });
});

test('the same report is the same bytes, whenever and however often it is made', async () => {
  const { wordReport } = await import('../../shared/monitoring-report/word/word-report.ts');
  const [first, second] = [await wordReport(report), await wordReport(report)];
  expect(Buffer.compare(first, second)).toBe(0);
  const changed = await wordReport({ ...report, submitted: '2024-12-12' });
  expect(Buffer.compare(first, changed)).not.toBe(0);
});

test('what a file writes is text and never markup, in Word as on the page', async () => {
  const { wordReport } = await import('../../shared/monitoring-report/word/word-report.ts');
  const { reportPage } = await import('../../shared/monitoring-report/html/report-page.ts');
  const hostile = '<w:p/> </w:t> & "quoted" <script>alert(1)</script> \u0007 ]]>';
  const made = { ...report, name: hostile, drivers: { stated: [hostile], proposals: [] } };
  const document = await partsOf(await wordReport(made));
  for (const [name, part] of document) if (/\.(xml|rels)$/.test(name)) treeOf(part);
  expect(
    all(treeOf(document.get('word/document.xml')), 'w:p')
      .map(textOf)
      .join('\n'),
  ).toContain('</w:t> & "quoted" <script>');
  expect(reportPage(made)).not.toContain('<script>');
});
