import type { DisclosureRecord } from '@datakube/contract';
import type { Feature } from 'write-excel-file/universal';
import { jsonOf } from '../json.ts';

const NAMESPACE = 'urn:datakube:disclosure:1';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/**
 * The disclosure record as a custom XML part of the workbook, which programs find and spreadsheets keep when they save:
 * `customXml/item1.xml`, one element with the record as JSON. The same is on the sheet of notes for everybody to see.
 */
export function disclosurePart(record: DisclosureRecord): Feature<Blob> {
  const json = jsonOf(record).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const relationship = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/relationships/${type}" Target="${target}"/>`;
  return {
    files: {
      transform: {
        '[Content_Types].xml': {
          insert: () =>
            '<Override PartName="/customXml/itemProps1.xml" ' +
            'ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>',
        },
        'xl/_rels/workbook.xml.rels': {
          insert: () => relationship('rIdDisclosure', 'customXml', '../customXml/item1.xml'),
        },
      },
      write: {
        files: () => ({
          'customXml/item1.xml': `${DECLARED}<disclosure xmlns="${NAMESPACE}">${json}</disclosure>`,
          'customXml/itemProps1.xml':
            `${DECLARED}<ds:datastoreItem ds:itemID="{6F1B0F0C-6F0B-4B3D-9C55-0D6B2C1E7A41}" ` +
            `xmlns:ds="${OFFICE}/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${NAMESPACE}"/>` +
            '</ds:schemaRefs></ds:datastoreItem>',
          'customXml/_rels/item1.xml.rels':
            `${DECLARED}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
            `${relationship('rId1', 'customXmlProps', 'itemProps1.xml')}</Relationships>`,
        }),
      },
    },
  };
}
