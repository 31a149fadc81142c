import type { Cube } from '@datakube/contract';
import { fill } from '../../localisation/texts.ts';
import { nameOfField } from '../announcement.ts';
import type { Action, Menu } from '../action.ts';
import { texts as shared } from '../explorer.texts.ts';
import { addMenu, fieldMenu } from './field-menu.ts';
import { alsoMenu, decimalsMenu, shadingMenu } from './measure-menu.ts';
import { memberMenu } from './member-menu.ts';
import type { Item, MenuScene } from './menu-scene.ts';
import { sortByItems, sortMenu } from './sort-menu.ts';
import { examplesMenu, labelsMenu, totalsMenu } from './table-menus.ts';
import { toolsMenu } from './tools-menu.ts';
import { topMenu } from './top-menu.ts';
import { texts } from './menus.texts.ts';

/** A menu ready to be opened. */
export interface OpenMenu {
  readonly label: string;
  readonly items: readonly Item[];
}

/** Actions that open a menu. */
export type MenuAction = Action & { kind: 'field-menu' | 'add-menu' | 'tools-menu' | 'menu' };

/** The menu an action opens. */
export function openMenu(scene: MenuScene, action: MenuAction): OpenMenu {
  const { cube, language } = scene;
  switch (action.kind) {
    case 'field-menu':
      return { label: named(cube, action.id, scene), items: fieldMenu(scene, action.zone, action.id) };
    case 'add-menu': {
      const zone = shared[language][action.zone].toLocaleLowerCase(language);
      return { label: fill(shared[language].addTo, { zone }), items: addMenu(scene, action.zone) };
    }
    case 'tools-menu':
      return { label: shared[language].moreTools, items: toolsMenu(scene, action.missing) };
    case 'menu':
      return subMenu(scene, action.menu);
  }
}

function subMenu(scene: MenuScene, menu: Menu): OpenMenu {
  const { cube, language } = scene;
  const text = texts[language];
  const of = (name: string, what: string): string => `${name}: ${what.replace('…', '')}`;
  switch (menu.kind) {
    case 'totals':
      return { label: shared[language].totals, items: totalsMenu(scene) };
    case 'labels':
      return { label: shared[language].labels, items: labelsMenu(scene) };
    case 'examples':
      return { label: shared[language].examples, items: examplesMenu(scene) };
    case 'sort':
      return { label: of(named(cube, menu.dimension, scene), text.sort), items: sortMenu(scene) };
    case 'top':
      return {
        label: of(named(cube, menu.dimension, scene), text.top),
        items: topMenu(scene, menu.dimension),
      };
    case 'member': {
      const { dimension, member } = menu;
      return { label: member.name[language], items: memberMenu(scene, dimension, member) };
    }
    case 'also':
      return {
        label: of(named(cube, menu.measure, scene), text.alsoAs),
        items: alsoMenu(scene, menu.measure),
      };
    case 'shading':
      return {
        label: of(named(cube, menu.measure, scene), text.shading),
        items: shadingMenu(scene, menu.measure),
      };
    case 'decimals':
      return {
        label: of(named(cube, menu.measure, scene), text.decimals),
        items: decimalsMenu(scene, menu.measure),
      };
    case 'sort-by':
      return {
        label: of(named(cube, menu.measure, scene), text.sort),
        items: sortByItems(scene, menu.measure),
      };
  }
}

function named(cube: Cube, id: string, { language }: MenuScene): string {
  return nameOfField(cube, id, language);
}
