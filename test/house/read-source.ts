/** What a source file names: its imports and re-exports, the globals it uses, its identifiers and its strings. */
import { parseSync } from 'oxc-parser'

export type SourceFile = { path: string; text: string }
/** `names` are what is taken from the other file; `*` stands for all of it. */
export type Import = { from: string; line: number; typesOnly: boolean; names: string[] }
export type Named = { name: string; line: number }
export type SourceFacts = {
  path: string
  lines: number
  imports: Import[]
  uses: Named[]
  names: Named[]
  keys: Named[]
  strings: Named[]
}

/** Reads one file. @throws Error when it cannot be parsed: a file that is not understood is not checked */
export function readSource(file: SourceFile): SourceFacts {
  const parsed = parseSync(file.path, file.text)
  const [error] = parsed.errors
  if (error !== undefined) throw new Error(`${file.path} cannot be parsed: ${error.message}`)
  const lineAt = lineFinder(file.text)
  const facts: SourceFacts = {
    path: file.path,
    lines: file.text.split('\n').length - (file.text.endsWith('\n') ? 1 : 0),
    imports: staticImports(parsed.module, lineAt),
    uses: [],
    names: [],
    keys: [],
    strings: [],
  }
  walk(toNode(parsed.program), undefined, undefined, (node, parent, key) => note(node, parent, key, facts, lineAt))
  return facts
}

type LineAt = (offset: number) => number
type Node = { type: string; start: number; [key: string]: unknown }
type Modules = ReturnType<typeof parseSync>['module']

function staticImports(modules: Modules, lineAt: LineAt): Import[] {
  const imports = modules.staticImports.map((one) => ({
    from: one.moduleRequest.value,
    line: lineAt(one.start),
    typesOnly: one.entries.length > 0 && one.entries.every((entry) => entry.isType),
    names: one.entries.map((entry) => entry.importName.name ?? '*'),
  }))
  const reExports = modules.staticExports.flatMap(({ start, entries }) =>
    entries.flatMap(({ moduleRequest, isType, importName }) =>
      moduleRequest === null
        ? []
        : [{ from: moduleRequest.value, line: lineAt(start), typesOnly: isType, names: [importName.name ?? '*'] }],
    ),
  )
  return [...imports, ...reExports]
}

function note(node: Node, parent: Node | undefined, key: string | undefined, facts: SourceFacts, lineAt: LineAt): void {
  const line = lineAt(node.start)
  const use = (name: string) => facts.uses.push({ name, line })
  switch (node.type) {
    case 'Identifier':
      ;(isKey(parent, key) ? facts.keys : facts.names).push({ name: textOf(node['name']), line })
      if (isReference(parent, key)) use(textOf(node['name']))
      return
    case 'PrivateIdentifier':
      facts.names.push({ name: textOf(node['name']), line })
      return
    case 'Literal':
      if (typeof node['value'] === 'string') facts.strings.push({ name: node['value'], line })
      return
    case 'TemplateElement':
      facts.strings.push({ name: JSON.stringify(node['value']), line })
      return
    case 'MemberExpression':
      use(`${nameOf(node['object'])}.${nameOf(node['property'])}`)
      return
    case 'VariableDeclarator':
      for (const picked of pickedFrom(node['id'])) use(`${nameOf(node['init'])}.${picked}`)
      return
    case 'NewExpression':
    case 'CallExpression':
      if (Array.isArray(node['arguments']) && node['arguments'].length === 0) {
        use(`${node.type === 'NewExpression' ? 'new ' : ''}${nameOf(node['callee'])}()`)
      }
      return
    case 'MetaProperty':
      use(`${nameOf(node['meta'])}.${nameOf(node['property'])}`)
      return
    case 'ImportExpression':
      use('import()')
      facts.imports.push({ from: stringIn(node['source']), line, typesOnly: false, names: ['*'] })
      return
    case 'TSImportType':
      facts.imports.push({ from: stringIn(node['source'] ?? node['argument']), line, typesOnly: true, names: ['*'] })
      return
  }
}

function isKey(parent: Node | undefined, key: string | undefined): boolean {
  return parent?.type === 'Property' && key === 'key' && parent['shorthand'] !== true && parent['computed'] !== true
}

/** A name that stands for a value, not for a property, a key, a type or an import's other name. */
function isReference(parent: Node | undefined, key: string | undefined): boolean {
  if (parent === undefined) return true
  if (parent.type === 'MemberExpression') return key === 'object' || parent['computed'] === true
  if (parent.type === 'Property') return key === 'value' || parent['computed'] === true || parent['shorthand'] === true
  if (['MethodDefinition', 'PropertyDefinition', 'AccessorProperty'].includes(parent.type)) {
    return key === 'value' || parent['computed'] === true
  }
  return !parent.type.startsWith('TS') || key === 'expression' || key === 'exprName'
}

/** `const { now, random: chance } = …` picks `now` and `random`. */
function pickedFrom(pattern: unknown): string[] {
  if (!isNode(pattern) || pattern.type !== 'ObjectPattern' || !Array.isArray(pattern['properties'])) return []
  return pattern['properties'].map((property: unknown) => (isNode(property) ? nameOf(property['key']) : '?'))
}

function nameOf(value: unknown): string {
  if (!isNode(value)) return '?'
  if (value.type === 'Identifier') return textOf(value['name'])
  if (value.type === 'Literal') return textOf(value['value'])
  return '?'
}

function stringIn(value: unknown): string {
  return isNode(value) && typeof value['value'] === 'string' ? value['value'] : '?'
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '?'
}

function walk(
  node: Node,
  parent: Node | undefined,
  key: string | undefined,
  visit: (node: Node, parent: Node | undefined, key: string | undefined) => void,
): void {
  visit(node, parent, key)
  for (const [childKey, child] of Object.entries(node)) {
    for (const one of Array.isArray(child) ? child : [child]) if (isNode(one)) walk(one, node, childKey, visit)
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

function toNode(program: unknown): Node {
  if (isNode(program)) return program
  throw new Error('The parser gave no program.')
}

function lineFinder(text: string): LineAt {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  return (offset) => starts.findLastIndex((start) => start <= offset) + 1
}
