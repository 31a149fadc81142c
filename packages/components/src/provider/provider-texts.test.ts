import { expect } from '@open-wc/testing';
import { citizensByResidence } from '../../fixtures/citizens-by-residence.ts';
import { exampleDeclaration } from '../../fixtures/example-declaration.ts';
import { until } from '../../fixtures/until.ts';
import './define.ts';
import '../declaration/define.ts';
import '../pivot-table/define.ts';

describe('the wordings of a page', () => {
  afterEach(() => document.querySelectorAll('main').forEach((element) => element.remove()));

  it('are drawn at once, in both languages, and go with the provider', async () => {
    const main = document.createElement('main');
    const provider = document.createElement('datakube-provider');
    const declaration = document.createElement('datakube-declaration');
    const table = document.createElement('datakube-pivot-table');
    declaration.declaration = exampleDeclaration;
    table.cellSet = citizensByResidence();
    main.append(declaration, table);
    document.body.append(main, provider);
    await Promise.all([declaration.updateComplete, table.updateComplete]);
    const heading = (): string => declaration.renderRoot.querySelector('h3')!.textContent!;
    const status = (): string => table.renderRoot.querySelector('.status')!.textContent!;
    const drawn = async (): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve));
      await Promise.all([provider.updateComplete, declaration.updateComplete, table.updateComplete]);
    };
    const [danish, size] = [heading(), status()];

    provider.texts = {
      declaration: { da: { about: 'Bag om tallene' }, en: { about: 'Behind the numbers' } },
      'pivot-table': { da: { size: '{columns} spalter' } },
    };
    await until(() => heading() === 'Bag om tallene' && status().includes('9 spalter'));
    main.lang = 'en';
    await drawn();
    expect(heading()).to.equal('Behind the numbers');
    main.lang = 'da';
    provider.remove();
    await drawn();
    expect(heading()).to.equal(danish);
    expect(status()).to.equal(size);
  });
});
