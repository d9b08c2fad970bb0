// What the guide of the workspace offers at a task, as far as it needs no page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextTask } from '../../../themes/default/static/workspace-next.js';
import { addNode, setStatus, skipNode, treeOf } from '../../../themes/default/static/process-tree.js';
import { newProcess, setFields } from '../../../themes/default/static/process.js';

test('the next task is the one that follows in the tree, and after a skipped one the next that is not done', () => {
  const document = newProcess({ id: '00112233445566778899aabbccddeeff', replica: 'aaaaaaaa' });
  const set = (changes) => setFields(document, 'aaaaaaaa', changes);
  const next = (key) => {
    const tree = treeOf(document);
    return nextTask(tree, tree.nodes.get(key))?.key;
  };
  set(addNode(document, { key: 'p', name: 'p' }));
  for (const key of ['a', 'b', 'c', 'd']) set(addNode(document, { key, parent: 'p', name: key }));
  set(addNode(document, { key: 'q', name: 'q' }));
  set(addNode(document, { key: 'e', parent: 'q', name: 'e' }));
  assert.deepEqual(['p', 'a', 'd', 'e'].map(next), [undefined, 'b', 'e', undefined]);
  set([...setStatus(document, 'c', 'done'), ...skipNode('b', 'No need.')]);
  assert.deepEqual(['a', 'b', 'c'].map(next), ['c', 'd', 'd']);
  set(skipNode('e', 'No need.'));
  assert.deepEqual(['d', 'e'].map(next), [undefined, undefined]);
});
