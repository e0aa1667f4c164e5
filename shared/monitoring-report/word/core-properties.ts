import { escaped } from '../../report/html-text.ts';
import type { MonitoringReport } from '../report-schema.ts';

/** The properties of the document: the product made it, on the day that its figures are known on. No person is in them. */
export function coreProperties(title: string, { knownOn }: Pick<MonitoringReport, 'knownOn'>): string {
  const day = `${knownOn}T00:00:00Z`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${text(title)}</dc:title><dc:subject>Quarterly monitoring report</dc:subject><dc:creator>Bellwether</dc:creator><dc:language>en-GB</dc:language><cp:lastModifiedBy>Bellwether</cp:lastModifiedBy><cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">${day}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${day}</dcterms:modified></cp:coreProperties>`;
}

/** XML knows no control characters, not even escaped. */
function text(value: string): string {
  return escaped(value.toWellFormed().replace(/[^\P{Cc}\t\n]/gu, ''));
}
