/** What GitHub Flavored Markdown adds to CommonMark, an example of each rule, with the HTML that its specification calls for. */
export const gfmExamples = [
  {
    name: 'a table has a head and a body',
    markdown: '| foo | bar |\n| --- | --- |\n| baz | bim |\n',
    html: '<table><thead><tr><th>foo</th><th>bar</th></tr></thead><tbody><tr><td>baz</td><td>bim</td></tr></tbody></table>',
  },
  {
    name: 'columns are aligned by colons',
    markdown: '| abc | defghi |\n:-: | -----------:\nbar | baz\n',
    html: '<table><thead><tr><th align="center">abc</th><th align="right">defghi</th></tr></thead><tbody><tr><td align="center">bar</td><td align="right">baz</td></tr></tbody></table>',
  },
  {
    name: 'a pipe in a cell is escaped',
    markdown: '| f\\|oo  |\n| ------ |\n| b `\\|` az |\n',
    html: '<table><thead><tr><th>f|oo</th></tr></thead><tbody><tr><td>b <code>|</code> az</td></tr></tbody></table>',
  },
  {
    name: 'a head and delimiters of unlike length are text',
    markdown: '| abc | def |\n| --- |\n| bar |\n',
    html: '<p>| abc | def |\n| --- |\n| bar |</p>',
  },
  {
    name: 'a short row is filled and a long one cut',
    markdown: '| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |\n',
    html: '<table><thead><tr><th>abc</th><th>def</th></tr></thead><tbody><tr><td>bar</td><td></td></tr><tr><td>bar</td><td>baz</td></tr></tbody></table>',
  },
  {
    name: 'a table without rows has no body',
    markdown: '| abc | def |\n| --- | --- |\n',
    html: '<table><thead><tr><th>abc</th><th>def</th></tr></thead></table>',
  },
  {
    name: 'text is struck by two tildes or one',
    markdown: '~~Hi~~ Hello, ~there~ world!\n',
    html: '<p><del>Hi</del> Hello, <del>there</del> world!</p>',
  },
  {
    name: 'striking does not cross paragraphs',
    markdown: 'This ~~has a\n\nnew paragraph~~.\n',
    html: '<p>This ~~has a</p><p>new paragraph~~.</p>',
  },
  {
    name: 'a bare address is a link without its last dot',
    markdown: 'Visit www.example.org/help. Or https://example.org/a_(b)!\n',
    html: '<p>Visit <a href="http://www.example.org/help">www.example.org/help</a>. Or <a href="https://example.org/a_(b)">https://example.org/a_(b)</a>!</p>',
  },
  {
    name: 'a bare e-mail address is a link',
    markdown: 'Write to desk@example.org.\n',
    html: '<p>Write to <a href="mailto:desk@example.org">desk@example.org</a>.</p>',
  },
  {
    name: 'a task list has boxes that cannot be ticked',
    markdown: '- [ ] foo\n- [x] bar\n',
    html: '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" disabled> foo</li><li class="task-list-item"><input type="checkbox" checked disabled> bar</li></ul>',
  },
]
