import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { dayText, whenText } from '../../rating/period-text.ts';
import type { MonitoringReport } from '../report-schema.ts';
import { coreProperties } from './core-properties.ts';
import { stablePackage } from './stable-package.ts';
import { wordCondition } from './word-condition.ts';
import { accuracyTable, definitionTable, onTrackTable, riskTable, signTable } from './word-report-tables.ts';
import { wordStyles } from './word-styles.ts';
import { bold, bullet, heading, paragraph, ratingRun, saidOr, soft } from './word-text.ts';

/**
 * The report as a Word document: A4, headings in order, tables with marked heading rows, charts of Word's own with a
 * description, page numbers, English of Britain. Its properties name the product and no person.
 */
export async function wordReport(report: MonitoringReport): Promise<Uint8Array> {
  const title = `${report.name}: quarterly monitoring report, ${whenText(report.update)}`;
  const document = new Document({
    ...{ title, subject: 'Quarterly monitoring report', creator: 'Bellwether', lastModifiedBy: 'Bellwether' },
    description: `Figures known on ${dayText(report.knownOn)}`,
    styles: wordStyles,
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1134, right: 1134, bottom: 1134, left: 1134 },
          },
        },
        footers: { default: new Footer({ children: [pageNumber(title)] }) },
        children: [new Paragraph({ style: 'Title', text: title }), ...content(report)],
      },
    ],
  });
  const properties = { path: 'docProps/core.xml', data: coreProperties(title, report) };
  return await stablePackage(await Packer.toBuffer(document, false, [properties]));
}

function content(report: MonitoringReport): readonly FileChild[] {
  const { overall, conditions, risks, accuracy, knownOn, submitted, toComplete, adviserSupport } = report;
  return [
    paragraph(`Officers’ words of this update, beside the figures known on ${dayText(knownOn)}.`),
    paragraph(bold('Submitted: '), saidOr(submitted === null ? null : whenText(submitted))),
    ...(toComplete.length === 0
      ? []
      : [
          paragraph(
            bold(`Still to be completed: ${toComplete.length}. `),
            'They are listed on the last page.',
          ),
        ]),
    heading(1, 'How it stands'),
    paragraph(
      'The figures say ',
      ratingRun(overall.rating),
      '; officers say ',
      ratingRun(overall.officerRating),
      '.',
    ),
    paragraph(overall.why),
    paragraph(overall.inYearGoal),
    heading(1, 'Is the plan on track?'),
    ...onTrackTable(report),
    heading(1, 'This quarter'),
    heading(2, 'Drivers of positive change'),
    ...stated(report.drivers.stated),
    ...proposed(report.drivers.proposals, 'driver'),
    heading(2, 'Barriers'),
    ...stated(report.barriers.stated),
    ...proposed(report.barriers.proposals, 'barrier'),
    ...(report.proposalNote === null ? [] : [paragraph(soft(report.proposalNote))]),
    heading(2, 'Engagement with stakeholders'),
    ...stated(report.engagement.stated),
    heading(1, 'Conditions of the agreement'),
    ...(conditions.length === 0 ? [paragraph(soft('No file has named a condition yet.'))] : []),
    ...conditions.flatMap((each, at) => wordCondition(each, at)),
    heading(1, 'What the ratings mean'),
    ...definitionTable(report),
    heading(1, 'Risk register'),
    ...(risks.length === 0 ? [paragraph(soft('No file has named a risk yet.'))] : riskTable(report)),
    heading(1, 'How good the forecasts have been'),
    ...(accuracy.length === 0
      ? [paragraph(soft('No forecast can be held against a figure yet.'))]
      : accuracyTable(report)),
    heading(1, 'Adviser support'),
    paragraph(
      ...(adviserSupport.answer === null ? [] : [bold(`${adviserSupport.answer}. `)]),
      saidOr(adviserSupport.text),
    ),
    heading(1, 'Sign-off'),
    ...signTable(report),
    ...(toComplete.length === 0
      ? []
      : [heading(1, 'Still to be completed'), ...toComplete.map((each) => bullet(each))]),
  ];
}

function stated(texts: readonly string[]): readonly Paragraph[] {
  return texts.length === 0 ? [paragraph(saidOr(null))] : texts.map((text) => bullet(text));
}

function proposed(proposals: MonitoringReport['drivers']['proposals'], what: string): readonly Paragraph[] {
  if (proposals.length === 0) return [];
  return [
    paragraph(bold('Proposal from the figures'), `, to be taken as a ${what} or not:`),
    ...proposals.map(({ text }) => bullet(text)),
  ];
}

function pageNumber(title: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({
        size: 16,
        color: '4B5662',
        children: [`${title} – page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
      }),
    ],
  });
}
