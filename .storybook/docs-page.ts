import {
  Controls,
  Description,
  DocsContext,
  Heading,
  Markdown,
  Primary,
  Subtitle,
  Title,
} from '@storybook/addon-docs/blocks';
import { createElement, useContext, type ReactElement } from 'react';

/**
 * The page of an element: what its doc comment says, one story with controls, and the way to all others. Those are
 * not shown here, for many put the environment in a trouble of their own.
 */
export function DocsPage(): ReactElement {
  return createElement(
    'div',
    null,
    createElement(Title),
    createElement(Subtitle),
    createElement(Description),
    createElement(Primary),
    createElement(Controls),
    createElement(Others),
  );
}

function Others(): ReactElement {
  const stories = useContext(DocsContext).componentStories();
  const lines = stories.map(({ id, name, parameters }) => {
    const said: unknown = parameters['docs']?.description?.story;
    return `- [${name}](?path=/story/${id})${typeof said === 'string' ? `: ${said.replace(/\s+/g, ' ')}` : ''}`;
  });
  return createElement(
    'div',
    null,
    createElement(Heading, null, 'Stories'),
    createElement(Markdown, null, lines.join('\n')),
  );
}
