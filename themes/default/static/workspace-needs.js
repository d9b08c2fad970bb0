/**
 * The needs (problem profiles) of a node: recommendations follow from them.
 *
 * @import { Workspace } from './workspace-parts.js'
 * @import { TreeNode } from './process-tree.js'
 */
import { drawing, element, worded } from './page.js';
import { pageAddress } from './data.js';
import { button, folded, selectField } from './workspace-parts.js';
import { byName, say } from './workspace-texts.js';

/**
 * The needs of a node: those of the schema stand, those of the team come and go.
 *
 * @param {Workspace} workspace @param {TreeNode} node
 */
export function needsOf({ session, catalogue, words, announce }, node) {
  const path = `node ${node.key} problems`;
  const own = /** @type {string[]} */ (node.fields.get('problems') ?? []);
  const all = words.problems(node);
  const tag = (slug) => {
    const problem = catalogue.problems.get(slug);
    const name = problem?.name ?? { text: slug };
    const made = element(
      'li',
      {},
      element(
        problem ? 'a' : 'span',
        { className: 'tag', ...(problem ? { href: pageAddress(problem.url) } : {}) },
        drawing(problem?.sign ?? 'find'),
        worded('span', name),
      ),
    );
    if (own.includes(slug)) {
      made.append(
        button(
          '×',
          () => {
            session.change([[path, own.filter((one) => one !== slug)]]);
            announce(say('item-removed', { name: name.text }));
          },
          { className: 'ws-small', about: say('remove-need', { name: name.text }), id: `ws-need-${slug}` },
        ),
      );
    }
    return made;
  };
  const free = [...catalogue.problems.values()]
    .filter(({ slug }) => !all.includes(slug))
    .sort((one, other) => byName(one.name.text, other.name.text));
  const picker =
    free.length === 0
      ? []
      : [
          selectField(
            'ws-add-need',
            '',
            [
              { value: '', text: say('need-choose') },
              ...free.map(({ slug, name }) => ({ value: slug, text: name.text })),
            ],
            (slug) => {
              if (slug) session.change([[path, [...own, slug]]]);
              if (slug) announce(say('need-added', { name: catalogue.problems.get(slug)?.name.text ?? slug }));
            },
            { label: say('need-add'), hint: say('need-add-hint') },
          ),
        ];
  return element(
    'div',
    { className: 'ws-needs' },
    ...(all.length > 0 ? [element('ul', { className: 'tags' }, ...all.map(tag))] : []),
    folded(
      all.length > 0 ? say('needs-change') : say('needs-pick'),
      { id: 'ws-needs', className: 'more small' },
      ...picker,
    ),
  );
}
