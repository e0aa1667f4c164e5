export type Content = Node | string | null | undefined | readonly Content[];

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An HTML element; text is always text, never markup. Attributes that are undefined are left out. */
export function html<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Content[]
): HTMLElementTagNameMap[Tag] {
  return filled(document.createElement(tag), attributes, children);
}

/** An SVG element. */
export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Content[]
): SVGElementTagNameMap[Tag] {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

function filled<Made extends Element>(
  element: Made,
  attributes: Attributes,
  children: readonly Content[],
): Made {
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) element.setAttribute(name, String(value));
  element.append(...nodes(children));
  return element;
}

function nodes(content: Content): (Node | string)[] {
  if (content === null || content === undefined) return [];
  if (typeof content === 'string' || content instanceof Node) return [content];
  return content.flatMap(nodes);
}
